/**
 * Een toewijzing die al in een bericht stond verbeteren of intrekken: hetzelfde nummer in een nieuw bericht, met alles wat er verder
 * bij deze aanbieder loopt (OP087) en de gegevens van de inwoner van nu. Het wordt gekeurd zoals de ander dat doet.
 */
import { invariant } from '#core/base/invariant.ts'
import { ok, type Result } from '#core/base/result.ts'
import { type Geldend, trekIn, type Verbeterd, type Verbetering, verbeter } from '#core/toewijzing/berichtvervolg.ts'
import { isActueel, isVerwijderd } from '#messages/keten/afleiden.ts'
import type { Toewijzing } from '#messages/keten/feit.ts'
import { feitenUit } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { nieuwBerichtnummer } from '#storage/berichten/berichten.ts'
import type { Berichtdetailrij } from '#storage/berichten/inzage.ts'
import { leesIndicatiesVan, leesToewijzingenUit } from '#storage/berichten/vragen.ts'
import { vergrendelInwoner } from '#storage/indicaties.ts'
import type { Aanroep, Dienst } from '../../handeling/dienst.ts'
import { handel, type Werk } from '../../handeling/handel.ts'
import { type Weigering, weiger } from '../../handeling/weigering.ts'
import { alsLopend, leesClient, type Voorbereid, verwerkingVan } from '../../toewijzing/bereid-voor.ts'
import { schrijfGekeurd, stempelVan } from '../../toewijzing/maak-bericht.ts'
import { maakBron, toewijzingVan } from '../bron.ts'
import { legBerichtVast, type Vastlegging } from '../leg-vast.ts'
import { kopVan } from '../verwerk-bericht.ts'
import { eisVrijeDagen, leesGrenzen, legVervolgVast } from './bij-de-indicatie.ts'
import { eisVervolg, weigerVervolg } from './vervolgbericht.ts'

export type Vervolgbericht = { readonly bericht: string; readonly identificatie: string; readonly nummers: readonly number[] }

export const verbeterBericht = (
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  toewijzingen: readonly Verbetering[],
): Promise<Result<Vervolgbericht, Weigering>> =>
  handel<Vervolgbericht>(dienst, aanroep, async (w) => {
    const bericht = await eisVervolg(w, id, 'verbeteren')
    if (!bericht.ok) return bericht
    return verstuur(w, bericht.value, { doel: 'bericht verbeteren', nummers: toewijzingen.map((t) => t.nummer) }, (nu) => {
      const wens = toewijzingen.find((t) => t.nummer === nu.nummer)
      return wens === undefined ? ok(null) : verbeter(nu, wens)
    })
  })

export const trekToewijzingenIn = (
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  { nummers, reden }: { readonly nummers: readonly number[]; readonly reden: string },
): Promise<Result<Vervolgbericht, Weigering>> =>
  handel<Vervolgbericht>(dienst, aanroep, async (w) => {
    const bericht = await eisVervolg(w, id, 'intrekken')
    if (!bericht.ok) return bericht
    return verstuur(w, bericht.value, { doel: 'toewijzing intrekken', reden, nummers }, (nu) =>
      ok(nummers.includes(nu.nummer) ? trekIn(nu) : null),
    )
  })

type Opdracht = { readonly doel: string; readonly reden?: string; readonly nummers: readonly number[] }
type Wijzig = (nu: Geldend) => ReturnType<typeof verbeter>

async function verstuur(w: Werk, oud: Berichtdetailrij, o: Opdracht, wijzig: Wijzig): Promise<Result<Vervolgbericht, Weigering>> {
  const { gemeente } = w.actor
  if (oud.inwoner === null || oud.aanbieder === null) return weiger(geenDossier)
  await vergrendelInwoner(w.tx, gemeente, oud.inwoner)
  const wie = await leesClient(w, oud.inwoner)
  if (!wie.ok) return wie
  const v = verwerkingVan(w)
  const [p, bron] = [{ gemeente, aanbieder: oud.aanbieder }, maakBron(w.tx, w.dienst.kluis, v.wij, v.boek)]
  const nu = new Map((await bron.toewijzingenVan(p, [wie.value.bsn])).map((t) => [t.nummer, t]))
  const stand = { p, wie: wie.value, bron, nu }
  const indicaties = await leesIndicatiesVan(w.tx, gemeente, o.nummers)
  const grenzen = await leesGrenzen(w, indicaties)
  const binnen: Wijzig = (nu) => wijzig({ ...nu, uiterlijk: grenzen.get(nu.nummer) })
  const toewijzingen = await toewijzingenVan(w, oud, stand, { nummers: o.nummers, wijzig: binnen })
  if (!toewijzingen.ok) return toewijzingen
  const nummers = toewijzingen.value.map((t) => t.nummer)
  const alleIndicaties = await leesIndicatiesVan(w.tx, gemeente, nummers)
  const elders = await eisVrijeDagen(w, { aanbieder: oud.aanbieder, nu, straks: toewijzingen.value }, alleIndicaties)
  if (elders !== null) return weiger(elders)
  const identificatie = await nieuwBerichtnummer(w.tx, w.nu)
  const geschreven = await schrijfGekeurd(w, stand, identificatie, toewijzingen.value)
  if (!geschreven.ok) return geschreven
  const rij: Vastlegging = {
    ...kopVan(geschreven.value.bericht, 'WMO301'),
    id: w.nieuweId(),
    aanbieder: oud.aanbieder,
    richting: 'uit',
    uitkomst: 'verzonden',
    feiten: feitenUit(geschreven.value.bericht),
    indicaties: alleIndicaties,
  }
  await legBerichtVast(v, rij, geschreven.value.bytes)
  const gewijzigd = toewijzingen.value.filter((t) => o.nummers.includes(t.nummer))
  await legVervolgVast(w, { inwoner: oud.inwoner, aanbieder: oud.aanbieder, indicaties, gewijzigd, reden: o.reden })
  w.stuur({ soort: 'bericht', gegevens: { id: rij.id } })
  w.noteer({
    soort: 'aanmaken',
    inwoner: oud.inwoner,
    objecten: [oud.id, rij.id].map((id) => ({ soort: 'bericht', id })),
    doel: o.doel,
    ...(o.reden !== undefined && { reden: o.reden }),
  })
  return ok({ bericht: rij.id, identificatie, nummers })
}

/** `nu`: wat er geldt, per nummer. */
type Stand = Pick<Voorbereid, 'p' | 'wie'> & { readonly nu: ReadonlyMap<number, Toewijzing> }

/** Alles wat loopt of wijzigt. Wat in een afgekeurd bericht stond geldt niet (OP286), en gaat dus opnieuw mee. */
async function toewijzingenVan(
  w: Werk,
  oud: Berichtdetailrij,
  { p, wie, nu }: Stand,
  { nummers, wijzig }: { readonly nummers: readonly number[]; readonly wijzig: Wijzig },
): Promise<Result<Toewijzing[], Weigering>> {
  const bekend = new Map(nu)
  const stempel = stempelVan(w)
  const inBericht = (await leesToewijzingenUit(w.tx, p.gemeente, oud.id)).map((r) => toewijzingVan(r, p, wie.bsn))
  if (oud.stand === 'afgekeurd')
    for (const t of inBericht) if (!isJonger(bekend.get(t.nummer), t)) bekend.set(t.nummer, { ...t, ...stempel })
  const uit: Toewijzing[] = []
  for (const t of [...bekend.values()].sort((a, b) => a.nummer - b.nummer)) {
    if (isVerwijderd(t)) continue
    const anders = wijzig(alsLopend(t))
    if (!anders.ok) return weigerVervolg(anders.fout)
    if (anders.value !== null) uit.push(metWijziging(t, anders.value, stempel))
    else if (isActueel(t, w.dienst.vandaag())) uit.push(t)
  }
  const mist = nummers.find((n) => !inBericht.some((t) => t.nummer === n) || !uit.some((t) => t.nummer === n))
  if (mist !== undefined) return weiger(nietInBericht(mist))
  return uit.length === 0 ? weiger(nietsLoopt) : ok(uit)
}

/** Een latere versie die al geldt, wint van wat er in het afgekeurde bericht stond. */
const isJonger = (bekend: Toewijzing | undefined, uitBericht: Toewijzing): boolean =>
  bekend !== undefined &&
  `${bekend.toewijzingsdatum} ${bekend.toewijzingstijd}` > `${uitBericht.toewijzingsdatum} ${uitBericht.toewijzingstijd}`

function metWijziging(t: Toewijzing, { tot, volume, redenWijziging }: Verbeterd, stempel: ReturnType<typeof stempelVan>): Toewijzing {
  const { referentieAanbieder: _, ...rest } = t
  invariant(volume === undefined || t.omvang, 'een ander volume hoort bij een toewijzing met een omvang')
  return {
    ...rest,
    ...stempel,
    redenWijziging,
    ...(tot !== undefined && { einddatum: tot }),
    ...(volume !== undefined && t.omvang && { omvang: { ...t.omvang, Volume: volume } }),
  }
}

const geenDossier: Weigering = {
  soort: 'regel',
  code: 'CLIENT_NIET_IN_DOSSIER',
  tekst: 'De cliënt van dit bericht staat niet in het dossier; zijn gegevens zijn niet bekend.',
  watNu: 'Voeg de inwoner toe met zijn burgerservicenummer, en probeer het dan opnieuw.',
}
const nietsLoopt: Weigering = {
  soort: 'regel',
  code: 'TOEWIJZING_NIET_ACTUEEL',
  tekst: 'Bij deze aanbieder loopt er voor deze inwoner niets meer; er is niets te versturen.',
  watNu: 'Wijs hulp toe vanuit een indicatie.',
  eis: 'OP087',
}
const nietInBericht = (nummer: number): Weigering => ({
  soort: 'regel',
  code: 'TOEWIJZING_NIET_ACTUEEL',
  tekst: `Toewijzing ${nummer} staat niet in dit bericht, of is al ingetrokken.`,
  watNu: 'Kies een toewijzing uit dit bericht.',
  eis: 'OP033x1',
})
