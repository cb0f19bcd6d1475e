/** Hoe elke envelop in elkaar zit: één beschrijving voor lezen en schrijven. De volgorde is de volgorde in de envelop. */
import type { Simpel } from '../vorm.ts'
import { type Envelopsoort, GGK, STUF, typen } from './envelop.ts'

/** `lading` is base64; `overslaan` is inhoud die wij niet bewaren. */
export type Inhoud = Simpel<string> | readonly Knoop[] | 'lading' | 'overslaan'
export type Knoop = {
  readonly naam: string
  readonly ruimte: string
  readonly verplicht: boolean
  readonly inhoud: Inhoud
  /** Knopen met dezelfde keuze: precies één ervan staat er. */
  readonly keuze?: string
  readonly attribuut?: { readonly naam: string; readonly type: Simpel<string> }
}

const in_ = (ruimte: string) => ({
  een: (naam: string, inhoud: Inhoud): Knoop => ({ naam, ruimte, verplicht: true, inhoud }),
  mag: (naam: string, inhoud: Inhoud): Knoop => ({ naam, ruimte, verplicht: false, inhoud }),
})
const stuf = in_(STUF)
const ggk = in_(GGK)

const systeem = (naam: string, organisatieVerplicht: boolean): Knoop =>
  stuf.een(naam, [
    organisatieVerplicht ? stuf.een('organisatie', typen.organisatie) : stuf.mag('organisatie', typen.organisatie),
    stuf.een('applicatie', typen.applicatie),
    stuf.mag('administratie', typen.administratie),
    stuf.mag('gebruiker', typen.gebruiker),
  ])

const berichtcode = (soort: Envelopsoort): Knoop =>
  stuf.een('berichtcode', {
    soort: 'simpel',
    naam: 'Berichtcode',
    uitleg: soort,
    basis: 'string',
    patroon: { xsd: soort, past: (t) => t === soort },
  })

const stuur = (soort: Envelopsoort, ref: Simpel<string>, ...verder: Knoop[]): Knoop[] => [
  berichtcode(soort),
  systeem('zender', ref === typen.uuid),
  systeem('ontvanger', ref === typen.uuid),
  stuf.een('referentienummer', ref),
  stuf.een('tijdstipBericht', typen.tijdstip),
  ...verder,
]

const bestand = { keuze: 'bestand', ruimte: GGK, verplicht: false, inhoud: 'lading' } as const
const parameters = ggk.een('parameters', [
  ...(['applicatieVersie', 'applicatieSubversie', 'functieVersie', 'functieSubversie'] as const).map((v) => ggk.een(v, typen.versie)),
  ggk.een('bericht', [
    { naam: 'tekstBestand', ...bestand, attribuut: { naam: 'bestandsnaam', type: typen.bestandsnaam } },
    { naam: 'xmlBestand', ...bestand },
  ]),
])
const fout = stuf.een('body', [
  stuf.een('code', typen.foutcode),
  stuf.een('plek', typen.foutplek),
  stuf.een('omschrijving', typen.omschrijving),
  stuf.mag('details', typen.details),
  stuf.mag('detailsXML', 'overslaan'),
])

const functie = stuf.een('functie', typen.functie)
const cross = (ref: Simpel<string>): Knoop => stuf.een('crossRefnummer', ref)

export const beschrijvingen: Record<Envelopsoort, readonly Knoop[]> = {
  Di01: [ggk.een('stuurgegevens', stuur('Di01', typen.uuid, functie)), parameters],
  Du01: [ggk.een('stuurgegevens', stuur('Du01', typen.uuid, cross(typen.uuid), functie)), parameters],
  Fo01: [stuf.een('stuurgegevens', stuur('Fo01', typen.refnummer, cross(typen.refnummer))), fout],
  Fo03: [stuf.een('stuurgegevens', stuur('Fo03', typen.refnummer, cross(typen.refnummer))), fout],
  Bv03: [stuf.een('stuurgegevens', stuur('Bv03', typen.refnummer, cross(typen.refnummer)))],
}
