/** De aanbieder beoordeelt het antwoord op zijn declaratie. Er bestaat geen retourbericht: een bevinding wordt werk voor een mens. */
import type { BekendeDeclaratie, BekendePrestatie, Vraag } from '../../keten/bron.ts'
import { toets, type Toets } from '../../keten/ketenregel.ts'
import type { WMO325 } from '../release.ts'
import type { Bevonden, Ketencontext } from './context.ts'
import { beoordeelKop } from './kop.ts'
import { centen, versietekst } from './omzetten.ts'
import type { KetenregelId } from './regels.ts'

type Antwoord = NonNullable<WMO325['DeclaratieAntwoord']>
type Client = NonNullable<Antwoord['Clienten']>['Client'][number]
type Prestatie = Client['Prestaties']['Prestatie'][number]
type Context = Ketencontext & { readonly declaratie: BekendeDeclaratie | undefined }

const clienten = (bericht: WMO325): readonly Client[] => bericht.DeclaratieAntwoord?.Clienten?.Client ?? []

export const vraag325 = (bericht: WMO325): Omit<Vraag, 'partijen' | 'sleutel'> => ({
  declaraties: {
    nummers: bericht.DeclaratieAntwoord === undefined ? [] : [bericht.DeclaratieAntwoord.DeclaratieNummer],
    identificaties: [bericht.Header.DeclaratieIdentificatie.Identificatie],
    bsns: clienten(bericht).map((c) => c.Bsn),
  },
  toewijzingen: clienten(bericht).flatMap((c) => c.Prestaties.Prestatie.map((p) => p.ToewijzingNummer)),
  prestaties: clienten(bericht).flatMap((c) => c.Prestaties.Prestatie.map((p) => p.ProductReferentie.ReferentieNummer)),
})

const opKop: readonly Toets<KetenregelId, WMO325['Header'], Context>[] = [
  ['TR337', (_, c) => c.declaratie !== undefined],
  ['TR371', (h, { declaratie: d }) => d === undefined || versietekst(h.XsdVersieDeclaratie) === d.xsdVersie],
]
const opAntwoord: readonly Toets<KetenregelId, Antwoord, Context>[] = [
  ['TR367', (a, { declaratie: d }) => d === undefined || centen(a.TotaalIngediendBedrag) === d.totaal],
  [
    'TR376',
    (a, { declaratie: d, feiten }) => (d === undefined ? feiten.declaraties : [d]).some((eerdere) => eerdere.nummer === a.DeclaratieNummer),
  ],
]
const opClient: readonly Toets<KetenregelId, Client, Context>[] = [
  ['TR304', (c, { declaratie: d }) => d === undefined || d.bsns.includes(c.Bsn)],
]

type Regelcontext = Context & { readonly bsn: string }
const opPrestatie: readonly Toets<KetenregelId, Prestatie, Regelcontext>[] = [
  ['TR366', (p, c) => regelVan(p, c) !== undefined],
  [
    'TR367',
    (p, c) => {
      const regel = regelVan(p, c)
      return regel === undefined || isGelijk(p, regel, c.bsn)
    },
  ],
]

/** De regel met dit nummer in de declaratie waar het antwoord over gaat; staat het nummer er bij twee cliënten, dan die van deze. */
function regelVan(p: Prestatie, { feiten, declaratie, bsn }: Regelcontext): BekendePrestatie | undefined {
  const { ReferentieNummer, VorigReferentieNummer } = p.ProductReferentie
  const regels = (feiten.prestaties.get(ReferentieNummer) ?? []).filter(
    (r) => r.declaratie === declaratie?.identificatie && r.vorige === VorigReferentieNummer,
  )
  return regels.find((r) => r.bsn === bsn) ?? regels[0]
}

const isGelijk = (p: Prestatie, r: BekendePrestatie, bsn: string): boolean =>
  r.bsn === bsn &&
  r.toewijzing === p.ToewijzingNummer &&
  r.categorie === p.ProductCategorie &&
  r.code === p.ProductCode &&
  r.van === p.ProductPeriode.Begindatum &&
  r.tot === p.ProductPeriode.Einddatum &&
  r.volume === p.GeleverdVolume &&
  r.eenheid === p.Eenheid &&
  r.tarief === p.ProductTarief &&
  r.bedrag === p.IngediendBedrag.Bedrag &&
  r.dc === p.IngediendBedrag.DebetCredit

export function beoordeel325(bericht: WMO325, context: Ketencontext): Bevonden[] {
  const { Header: header, DeclaratieAntwoord: antwoord } = bericht
  const { Identificatie, Dagtekening } = header.DeclaratieIdentificatie
  const declaratie = context.feiten.declaraties.find((d) => d.identificatie === Identificatie && d.dagtekening === Dagtekening)
  const c = { ...context, declaratie }
  const ingangsdatums = [...context.feiten.toewijzingen.values()].map((t) => t.ingangsdatum)
  const kop = [
    ...beoordeelKop(header, ingangsdatums, context),
    ...toets(opKop, { klasse: 'Header', sleutel: header.BerichtIdentificatie.Identificatie, op: header }, c),
  ]
  if (antwoord === undefined) return kop
  return [
    ...kop,
    ...toets(opAntwoord, { klasse: 'DeclaratieAntwoord', sleutel: antwoord.DeclaratieNummer, op: antwoord }, c),
    ...clienten(bericht).flatMap((op) => [
      ...toets(opClient, { klasse: 'Client', sleutel: op.Bsn, op }, c),
      ...op.Prestaties.Prestatie.flatMap((p) =>
        toets(opPrestatie, { klasse: 'Prestatie', sleutel: p.ProductReferentie.ReferentieNummer, op: p }, { ...c, bsn: op.Bsn }),
      ),
    ]),
  ]
}
