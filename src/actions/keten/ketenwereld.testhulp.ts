/** Een verzonnen gemeente vol berichtenverkeer waarin van alles misgaat, als rijen van de tabellen zelf. */
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { maakToeval } from '#core/base/toeval.ts'

export const GEMEENTE = '9001'
export const VANDAAG = '2026-11-26' as Datum
type Rij = Readonly<Record<string, string | number | boolean | null | readonly string[]>>
export type Bericht = {
  readonly id: string
  readonly aanbieder: string
  readonly richting: 'in' | 'uit'
  readonly naam: string
  readonly afzender: string
  readonly identificatie: string
  readonly dagtekening: string
  readonly uitkomst: string
  readonly telt: boolean
  readonly vervangen_op: string | null
  readonly vastgelegd_op: string
  readonly verzonden_op: string | null
  readonly retour: string | null
  readonly over: string | null
}
type Feit = { readonly bericht: string; readonly aanbieder: string }
type Vast<T extends string, W = string> = { readonly [K in T]: W }
export type Wereld = {
  readonly bericht: Bericht[]
  readonly oordeel: (Feit & Vast<'over_naam' | 'over_afzender' | 'over_identificatie' | 'uitkomst'> & Vast<'vervallen_op', string | null>)[]
  readonly toewijzing: (Feit &
    Vast<'bsn_index' | 'versie' | 'ingangsdatum'> &
    Vast<'einddatum' | 'reden_wijziging' | 'referentie' | 'indicatie', string | null> & { readonly nummer: number })[]
  readonly levering: (Feit &
    Vast<'bsn_index' | 'begindatum' | 'status'> &
    Vast<'einddatum' | 'reden', string | null> & { readonly soort: 'start' | 'stop'; readonly nummer: number | null })[]
  readonly verzoek: (Feit & Vast<'bsn_index' | 'referentie'> & { readonly soort: 'VOT' | 'VOW' })[]
  readonly verzoekantwoord: (Feit & Vast<'referentie' | 'antwoord'>)[]
  readonly declaratie: (Feit & Vast<'van'>)[]
  readonly prestatie: (Feit & Vast<'bsn_index' | 'van' | 'dc'> & { readonly toewijzing: number })[]
  readonly indicatie: (Vast<'id' | 'van' | 'leveringsvorm'> & Vast<'tot' | 'vervangt', string | null>)[]
  readonly gebeurtenis: (Vast<'id' | 'indicatie' | 'soort' | 'datum'> & Vast<'vervangt', string | null>)[]
}
/** Wat elke rij van een tabel verder moet hebben, en voor het rekenen niet uitmaakt. */
export const VULLING: Readonly<Record<keyof Wereld, Rij>> = {
  bericht: { hash: '', grootte: 1, systeemdatum: 'x' },
  oordeel: {},
  toewijzing: { toewijzingsdatum: 'x', toewijzingstijd: 'x' },
  levering: {},
  verzoek: { ingangsdatums: [] },
  verzoekantwoord: {},
  declaratie: { nummer: 'x', identificatie: 'x', dagtekening: 'x', xsd_versie: 'x', tot: 'x', totaal: 0 },
  prestatie: { referentie: 'x', categorie: '02', code: '02A01', tot: 'x', volume: 1, eenheid: '04', bedrag: 1 },
  indicatie: {
    tabel: 'x',
    product: 'x',
    catalogus_hash: 'x',
    eenheid: 'x',
    omvang: [],
    stapeling: [],
    vastgesteld_op: '2026-01-01',
    waarschuwing_motiveringen: [],
  },
  gebeurtenis: { zin: 'x', gegevens: [], gemaakt_op: '2026-01-01' },
}

export const uuid = (nummer: number): string => `00000000-0000-7000-8000-${String(nummer).padStart(12, '0')}`

export function maakWereld(zaad: number): Wereld {
  const toeval = maakToeval(zaad)
  const kans = (k: number): boolean => toeval() < k
  const tot = (n: number): number => Math.floor(toeval() * n)
  const een = <T>(van: readonly T[]): T => van[tot(van.length)] as T
  const of = <T>(k: number, waarde: () => T): T | null => (kans(k) ? waarde() : null)
  let volgnummer = 0
  const nieuw = (): string => uuid(++volgnummer)
  const dagen = (van: number, bereik: number): Datum => plusDagen(VANDAAG, van + tot(bereik))
  // Half elf 's avonds in Londen is hier al de volgende dag.
  const moment = (): string => `${dagen(-170, 171)}T${een(['09:00:00Z', '23:30:00Z'])}`
  const w: Wereld = {
    bericht: [],
    oordeel: [],
    toewijzing: [],
    levering: [],
    verzoek: [],
    verzoekantwoord: [],
    declaratie: [],
    prestatie: [],
    indicatie: [],
    gebeurtenis: [],
  }
  const bericht = (naam: string, richting: 'in' | 'uit', anders: Partial<Bericht> = {}): Bericht => {
    const aanbieder = een(['11111111', '22222222'])
    const id = nieuw()
    const b: Bericht = {
      id,
      aanbieder,
      richting,
      naam,
      afzender: richting === 'uit' ? GEMEENTE : aanbieder,
      identificatie: `B${volgnummer}`,
      dagtekening: dagen(-170, 171),
      uitkomst: richting === 'uit' ? 'verzonden' : een(['geaccepteerd', 'geaccepteerd', 'deels', 'afgewezen', 'niveau1']),
      telt: kans(0.93),
      vervangen_op: of(0.06, moment),
      vastgelegd_op: moment(),
      verzonden_op: richting === 'uit' ? of(0.85, moment) : null,
      retour: null,
      over: null,
      ...anders,
    }
    w.bericht.push(b)
    return b
  }
  const oordeelOver = (b: Bericht, richting: 'in' | 'uit'): string => {
    const r = bericht('RETOUR', richting, {
      aanbieder: b.aanbieder,
      over: richting === 'in' ? of(0.7, () => b.id) : null,
      telt: true,
      vervangen_op: null,
    })
    w.oordeel.push({
      bericht: r.id,
      aanbieder: b.aanbieder,
      over_naam: b.naam,
      over_afzender: b.afzender,
      over_identificatie: b.identificatie,
      uitkomst: een(['geaccepteerd', 'geaccepteerd', 'geaccepteerd', 'afgewezen']),
      vervallen_op: of(0.1, moment),
    })
    return r.id
  }
  /** Een bericht met dit feit erin en meestal een antwoord: van de ander op het onze, van ons op dat van de ander. */
  const feit = (naam: string, richting: 'in' | 'uit'): Feit => {
    const eerst = bericht(naam, richting)
    w.bericht.pop()
    const antwoord = of(0.8, () => oordeelOver(eerst, richting === 'in' ? 'uit' : 'in'))
    const b: Bericht = richting === 'in' ? { ...eerst, retour: antwoord } : eerst
    w.bericht.push(b)
    return { bericht: b.id, aanbieder: b.aanbieder }
  }
  const client = (nummer: number): string => `\\x0${kans(0.9) ? nummer % 4 : 9}`
  for (let n = 0; n < 25; n++) {
    const id = nieuw()
    const vorige = w.indicatie.at(-1)?.id ?? null
    w.indicatie.push({
      id,
      van: dagen(-120, 130),
      tot: of(0.7, () => dagen(10, 90)),
      leveringsvorm: een(['zin', 'zin', 'pgb']),
      vervangt: kans(0.1) ? vorige : null,
    })
    for (let k = tot(3); k > 0; k--) {
      const gebeurd = {
        id: nieuw(),
        indicatie: id,
        soort: een(['beeindigd', 'ingetrokken', 'opdracht_buitenom', 'vastgesteld']),
        datum: dagen(-60, 120),
        vervangt: null,
      }
      w.gebeurtenis.push(gebeurd)
      if (kans(0.3)) w.gebeurtenis.push({ ...gebeurd, id: nieuw(), soort: 'vervallen', vervangt: gebeurd.id })
    }
  }
  for (let n = 0; n < 60; n++) {
    const ingangsdatum = dagen(-170, 200)
    const nummer = 1 + tot(35)
    w.toewijzing.push({
      ...feit('WMO301', 'uit'),
      bsn_index: client(nummer),
      nummer,
      versie: `${dagen(-170, 3)}`,
      ingangsdatum,
      einddatum: of(0.7, () => (kans(0.1) ? ingangsdatum : plusDagen(ingangsdatum, tot(150)))),
      reden_wijziging: of(0.4, () => een(['01', '13', '03'])),
      referentie: of(0.3, () => `R${tot(12)}`),
      indicatie: of(0.6, () => een(w.indicatie).id),
    })
  }
  for (let n = 0; n < 90; n++) {
    const soort = een(['start', 'start', 'stop'] as const)
    const nummer = 1 + tot(37)
    const begindatum = dagen(-170, 180)
    w.levering.push({
      ...feit(soort === 'start' ? 'WMO305' : 'WMO307', 'in'),
      bsn_index: client(nummer),
      soort,
      nummer: of(0.92, () => nummer),
      begindatum,
      status: kans(0.85) ? '1' : '3',
      reden: soort === 'stop' ? een(['01', '01', '20']) : null,
      einddatum: soort === 'stop' ? plusDagen(begindatum, tot(60)) : null,
    })
  }
  for (let n = 0; n < 20; n++) {
    const soort = een(['VOT', 'VOW'] as const)
    w.verzoek.push({ ...feit(soort === 'VOT' ? 'WMO315' : 'WMO317', 'in'), bsn_index: client(n), referentie: `R${tot(12)}`, soort })
    if (kans(0.6)) w.verzoekantwoord.push({ ...feit('WMO319', 'uit'), referentie: `R${tot(12)}`, antwoord: een(['1', '2']) })
  }
  for (let n = 0; n < 12; n++) {
    const d = feit('WMO323', 'in')
    w.declaratie.push({ ...d, van: `2026-${String(5 + tot(7)).padStart(2, '0')}-01` })
    for (let k = tot(4); k > 0; k--) {
      const toewijzing = 1 + tot(37)
      w.prestatie.push({ ...d, bsn_index: client(toewijzing), van: dagen(-190, 190), dc: een(['D', 'D', 'C']), toewijzing })
    }
  }
  return w
}
