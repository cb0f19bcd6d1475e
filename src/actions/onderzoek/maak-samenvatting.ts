/** De samenvatting die een consulent afdrukt: wie, wat er gevraagd en geantwoord is, het advies met redenen, en wat er gekozen is. */
import type { Advies, Antwoord, Antwoorden, Geval, Reden } from '#core/advies/advies.ts'
import { bevindingzin } from '#core/advies/bevinding.ts'
import { uitkomstzin } from '#core/advies/uitkomstzin.ts'
import { antwoordTekst, vraagNaam } from '#core/advies/woorden.ts'
import { invariant } from '#core/base/invariant.ts'
import { periodeInWoorden } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { vindUitspraak } from '#core/catalogus/uitleg/naslag.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'
import type { Omvang } from '#core/indicatie/omvang.ts'
import { type Bewaardeomvang, breukTekst, regelsInWoorden } from '#core/indicatie/regelwoorden.ts'
import type { Stapelingsoordeel } from '#core/indicatie/stapeling.ts'
import { leesAntwoordrijen } from '#storage/antwoorden.ts'
import { leesAdvies } from '#storage/adviezen.ts'
import { leesIndicatie } from '#storage/indicaties.ts'
import { catalogusBijHash } from '../catalogus/geldende-catalogus.ts'
import { type Adviesantwoord, maakAntwoord } from '../geef-advies.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { type Antwoordbeeld, gevalVan } from './antwoord.ts'
import type { Motivering } from './beoordeel-voorstel.ts'
import { naamVan } from './bewaar-antwoorden.ts'
import { type Indicatiebeeld, periodeVan } from './indicatiebeeld.ts'
import { type Bezoekbeeld, type Onderzoeksbeeld, toonOnderzoek, type Wie } from './onderzoeksbeeld.ts'
import { DOEL_ONDERZOEK, openOnderzoek } from './open-onderzoek.ts'

export type Uitleg = {
  readonly eis: string
  readonly oordeel: Reden['oordeel']
  readonly tekst: string
  readonly citaten: readonly string[]
  /** De vraag in het kort. */
  readonly vraag: string | null
  /** De vraag met het antwoord dat gegeven is; leeg als de reden niet op een vraag rust. */
  readonly bevinding: string | null
}
export type Adviesuitleg = {
  readonly tabel: string
  readonly titel: string
  readonly kop: string
  readonly zin: string
  /** De beslissende rij, met haar nummer; null als er nog gevraagd wordt. */
  readonly rij: string | null
  /** Leeg zolang er eerst gevraagd wordt: dan staat in `nogTeVragen` wat het verschil maakt. */
  readonly redenen: readonly Uitleg[]
  readonly nogTeVragen: readonly string[]
  readonly waarschuwingen: readonly { readonly eis: string; readonly tekst: string }[]
}
export type Antwoordregel = {
  readonly vraag: string
  readonly tekst: string
  readonly antwoord: string
  readonly bekend: boolean
  readonly toelichting: string | null
  readonly bron: string | null
  readonly datum: string | null
  readonly door: string | null
  /** Het bezoek waarbij dit gezegd is, is later ingetrokken. */
  readonly bezoekIngetrokken: boolean
}
export type Indicatieuitleg = {
  readonly id: string
  readonly productnaam: string
  readonly periode: string
  readonly omvang: string
  readonly berekening: readonly string[]
  readonly resultaten: readonly { readonly eis: string; readonly tekst: string }[]
  readonly afronding: string | null
  readonly onderbouwing: readonly { readonly kop: string; readonly tekst: string }[]
  readonly synthetisch: boolean
  readonly advies: Adviesuitleg | null
  readonly afwijkingMotivering: string | null
  readonly motiveringen: readonly { readonly eis: string; readonly tekst: string; readonly motivering: string }[]
  readonly stapeling: readonly { readonly eis: string; readonly tekst: string }[]
  readonly vastgesteldOp: string
  readonly vastgesteldDoor: Wie
  readonly standInWoorden: string
}
export type Samenvatting = Omit<Onderzoeksbeeld, 'antwoorden' | 'indicaties'> & {
  readonly themas: readonly { readonly titel: string; readonly vragen: readonly Antwoordregel[] }[]
  readonly overschrijvingen: readonly {
    readonly naam: string
    readonly waarde: string
    readonly motivering: string
    readonly door: string
  }[]
  readonly adviezen: readonly Adviesuitleg[]
  /** Wat uit dit onderzoek is vastgesteld. */
  readonly vastgesteld: readonly Indicatieuitleg[]
  /** Wat er uit ander werk loopt of gepland is. */
  readonly daarnaast: readonly { readonly productnaam: string; readonly periode: string; readonly standInWoorden: string }[]
}

export function maakSamenvatting(dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Samenvatting, Weigering>> {
  return handel<Samenvatting>(dienst, aanroep, async (w) => {
    const open = await openOnderzoek(w, id, 'onderzoek_lezen')
    if (!open.ok) return open
    const { rij, catalogus, keuze } = open.value
    const { antwoorden, indicaties, ...beeld } = await toonOnderzoek(w, open.value)
    const rijen = await leesAntwoordrijen(w.tx, w.actor.gemeente, id)
    const geval = gevalVan(catalogus, keuze, rijen)
    const advies = maakAntwoord(catalogus, keuze, geval, true)
    w.noteer({
      soort: 'lezen',
      objecten: [{ soort: 'samenvatting', id, versie: rij.versie }],
      inwoner: rij.inwoner,
      zaak: rij.zaak,
      doel: DOEL_ONDERZOEK,
    })
    const eigen = indicaties.filter((i) => i.onderzoek === id)
    return ok({
      ...beeld,
      themas: themasVan(catalogus, antwoorden, beeld.bezoeken),
      overschrijvingen: overschrijvingenVan(catalogus, antwoorden),
      adviezen: Object.keys(catalogus.tabellen).map((t) => legAdviesUit(catalogus, t, advies, geval.antwoorden)),
      vastgesteld: await Promise.all(eigen.map((i) => legIndicatieUit(w, i))),
      daarnaast: indicaties
        .filter((i) => i.onderzoek !== id && i.looptijd)
        .map((i) => ({
          productnaam: i.productnaam,
          periode: periodeInWoorden(periodeVan(i.looptijd ?? i)),
          standInWoorden: i.standInWoorden,
        })),
    })
  })
}

function themasVan(catalogus: Catalogus, antwoorden: readonly Antwoordbeeld[], bezoeken: readonly Bezoekbeeld[]): Samenvatting['themas'] {
  const ingetrokken = new Set(bezoeken.filter((b) => b.ingetrokken !== null).map((b) => b.id))
  const gegeven = new Map(antwoorden.filter((a) => a.soort === 'antwoord').map((a) => [a.vraag, a]))
  return Object.entries(catalogus.themas)
    .map(([thema, { titel }]) => ({
      titel,
      vragen: Object.entries(catalogus.vragen)
        .filter(([, v]) => v.thema === thema)
        .map(([vraag, v]): Antwoordregel => {
          const a = gegeven.get(vraag)
          const bekend = a !== undefined && a.waarde !== null
          return {
            vraag,
            tekst: v.tekst,
            antwoord: antwoordTekst(v, (a?.waarde ?? null) as Antwoord | null),
            bekend,
            toelichting: a?.toelichting ?? null,
            bron: a?.bron ?? null,
            datum: a?.datum ?? null,
            door: a?.gegevenDoor.naam ?? null,
            bezoekIngetrokken: a?.bezoek !== undefined && a.bezoek !== null && ingetrokken.has(a.bezoek),
          }
        }),
    }))
    .filter((t) => t.vragen.length > 0)
}

function overschrijvingenVan({ afgeleid }: Catalogus, antwoorden: readonly Antwoordbeeld[]): Samenvatting['overschrijvingen'] {
  return antwoorden
    .filter((a) => a.soort === 'overschrijving' && a.waarde !== null)
    .map((a) => ({
      naam: afgeleid?.[a.vraag]?.tekst ?? a.vraag,
      waarde: waardenVan(afgeleid?.[a.vraag]?.waarden).find((w) => w.id === a.waarde)?.tekst ?? String(a.waarde),
      motivering: a.toelichting ?? '',
      door: a.gegevenDoor.naam,
    }))
}

function legAdviesUit(catalogus: Catalogus, tabel: string, antwoord: Adviesantwoord, gegeven: Antwoorden): Adviesuitleg {
  const advies = antwoord[tabel] as unknown as Advies
  const { kop, zin } = uitkomstzin(catalogus, tabel, advies)
  const open = advies.uitkomst === 'eerst_vragen'
  return {
    tabel,
    titel: catalogus.tabellen[tabel]?.titel ?? tabel,
    kop,
    zin,
    rij: advies.rij,
    nogTeVragen: open ? advies.openVragen.map((v) => vraagNaam(catalogus, v)) : [],
    redenen: (open ? [] : advies.redenen).map(({ eis, oordeel, vraag }) => {
      const uitspraak = vindUitspraak(catalogus, eis)
      return {
        eis,
        oordeel,
        tekst: uitspraak?.tekst ?? eis,
        citaten: uitspraak?.citaten ?? [],
        vraag: vraag === null ? null : vraagNaam(catalogus, vraag),
        bevinding: bevindingzin(catalogus, { eis, vraag }, gegeven),
      }
    }),
    waarschuwingen: advies.waarschuwingen.map(({ eis, tekst }) => ({ eis, tekst })),
  }
}

/** Uit wat bij het vaststellen bewaard is, niet opnieuw berekend. */
async function legIndicatieUit(w: Werk, beeld: Indicatiebeeld): Promise<Indicatieuitleg> {
  const rij = await leesIndicatie(w.tx, w.actor.gemeente, beeld.id)
  invariant(rij, 'de indicatie bestaat')
  const catalogus = await catalogusBijHash(w.tx, rij.catalogus_hash)
  invariant(catalogus, 'de catalogus van een indicatie is bewaard')
  const advies = rij.advies === null ? undefined : await leesAdvies(w.tx, w.actor.gemeente, rij.advies)
  const omvang = rij.omvang as unknown as Bewaardeomvang
  const { opgave, uitkomst } = omvang
  const stapeling = rij.stapeling as unknown as Stapelingsoordeel
  return {
    id: beeld.id,
    productnaam: beeld.productnaam,
    periode: periodeInWoorden(periodeVan(beeld)),
    omvang: uitkomst.totaal.inWoorden,
    berekening: regelsInWoorden(catalogus, omvang),
    resultaten: uitkomst.resultaten.map(({ eis, tekst }) => ({ eis, tekst })),
    afronding: afrondingInWoorden(uitkomst),
    onderbouwing: Object.entries(opgave.onderbouwing ?? {}).map(([kop, tekst]) => ({ kop, tekst })),
    synthetisch: uitkomst.synthetisch,
    advies: advies
      ? legAdviesUit(catalogus, rij.tabel, JSON.parse(advies.resultaat) as Adviesantwoord, (advies.geval as unknown as Geval).antwoorden)
      : null,
    afwijkingMotivering: rij.afwijking_motivering,
    motiveringen: (rij.waarschuwing_motiveringen as unknown as Motivering[]).map((m) => ({
      eis: m.eis.join(', '),
      tekst: m.tekst,
      motivering: m.motivering,
    })),
    stapeling: [...stapeling.waarschuwingen, ...stapeling.info].map((s) => ({ eis: s.eis.join(', '), tekst: s.tekst })),
    vastgesteldOp: rij.vastgesteld_op.toISOString(),
    vastgesteldDoor: { id: rij.vastgesteld_door, naam: await naamVan(w, rij.vastgesteld_door) },
    standInWoorden: beeld.standInWoorden,
  }
}

function afrondingInWoorden({ totaal, afronding }: Omvang): string | null {
  if (!('minutenPerWeek' in totaal) || afronding === null) return null
  const precies = breukTekst(totaal.minutenPerWeek)
  const naar = precies === String(totaal.afgerond) ? '' : `, op ${afronding.op} minuten afgerond ${totaal.afgerond}`
  const vast = totaal.vastgesteld === undefined ? '' : `, vastgesteld op ${totaal.vastgesteld}`
  return `${precies} minuten per week${naar}${vast}`
}
