/** Een voorgestelde indicatie: wat er gekozen is, wat de rekenkern ervan vindt, en wat er nog moet voordat zij vast kan. */
import type { Advies } from '#core/advies/advies.ts'
import { parseDatum } from '#core/base/datum.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Leveringsvorm } from '#core/indicatie/indicatie.ts'
import { productenVanTabel, type TeMotiveren, teMotiveren, wijktAf } from '#core/indicatie/productkeuze.ts'
import { maakStapelingstoets, type Stapelingsbotsing, type Stapelingsoordeel } from '#core/indicatie/stapeling.ts'
import { toetsVoorliggend, type Voorliggendweigering } from '#core/indicatie/voorliggend.ts'
import { alsOpgave, bereken, type Berekening, keuzeVan } from '../omvang/bereken.ts'
import { inDagdelen, legeStand, leesStand, type Omvangstand } from '../omvang/stand.ts'
import type { Onderzoek } from '../onderzoek/beeld.ts'
import type { Rij } from '../stapeling/stand.ts'
import type { Indicatiebeeld } from './beeld.ts'

/** Wat iemand invult; blijft in dit tabblad tot de indicatie vast staat. */
export type Voorstelstand = {
  readonly tabel: string
  readonly omvang: Omvangstand
  readonly afwijking: string
  readonly leveringsvorm: Leveringsvorm
  /** Op de sleutel van wat een motivering vraagt. */
  readonly motiveringen: Readonly<Record<string, string>>
}
export type Adviezen = Readonly<Record<string, Advies>>

/** Begint met wat geadviseerd is: de eerste tabel met een product, en dat product. */
export function beginVoorstel(
  catalogus: Catalogus,
  onderzoek: Onderzoek,
  adviezen: Adviezen,
  vandaag: string,
  tabel?: string | null,
): Voorstelstand {
  const eerste = Object.keys(adviezen).find((t) => adviezen[t]?.uitkomst === 'product') ?? Object.keys(adviezen)[0] ?? ''
  const gekozen = tabel && adviezen[tabel] ? tabel : eerste
  const omvang = {
    ...legeStand(catalogus),
    gemeente: onderzoek.keuze.gemeente ?? null,
    instellingen: onderzoek.keuze.instellingen ?? {},
    product: adviezen[gekozen]?.product ?? '',
    van: vandaag,
  }
  return { tabel: gekozen, omvang, afwijking: '', leveringsvorm: 'zin', motiveringen: {} }
}

/** Een voorstel dat dit tabblad bewaarde; null als het niet (meer) bij deze catalogus past. */
export function leesVoorstel(catalogus: Catalogus, ruw: unknown): Voorstelstand | null {
  const { tabel, omvang, afwijking, leveringsvorm, motiveringen } = (ruw ?? {}) as Partial<Voorstelstand>
  if (!tabel || !catalogus.tabellen[tabel] || !omvang) return null
  // Zonder gekozen product is er ook iets om te bewaren; daarom eerst lezen met een product dat er zeker is.
  const gelezen = leesStand(catalogus, { ...omvang, product: omvang.product || catalogus.catalogus.productvolgorde[0] })
  if (!gelezen.ok) return null
  const product = productenVanTabel(catalogus, tabel).includes(omvang.product) ? omvang.product : ''
  return {
    tabel,
    omvang: { ...gelezen.value, product },
    afwijking: afwijking ?? '',
    leveringsvorm: leveringsvorm ?? 'zin',
    motiveringen: motiveringen ?? {},
  }
}

export type Beoordeling = {
  readonly berekening: Berekening | null
  readonly rijen: readonly Rij[]
  readonly oordeel: Stapelingsoordeel | null
  readonly botsingen: readonly Stapelingsbotsing[]
  readonly teMotiveren: readonly TeMotiveren[]
  readonly wijktAf: boolean
  /** Waarom een andere wet dit tegenhoudt, met wat dan kan. */
  readonly voorliggend: Voorliggendweigering | null
  /** Wat er nog moet, als zin met de plek in de pagina. Leeg: zij kan vast. */
  readonly teDoen: readonly { readonly plek: string; readonly tekst: string }[]
}

export const NIEUW = 'nieuw'

/** Wat er naast een nieuwe indicatie meetelt: de dagen waarop iets echt geldt. */
export const lopend = (indicaties: readonly Indicatiebeeld[]): Rij[] =>
  indicaties.flatMap(({ id, product, looptijd, leveringsvorm }) => {
    const van = parseDatum(looptijd?.van)
    const tot = parseDatum(looptijd?.tot)
    return van ? [{ id, product, van, ...(tot && { tot }), ...(leveringsvorm === 'pgb' && { pgb: true }) }] : []
  })

export function beoordeel(catalogus: Catalogus, onderzoek: Onderzoek, adviezen: Adviezen, s: Voorstelstand): Beoordeling {
  const advies = adviezen[s.tabel]
  const { product } = s.omvang
  if (!advies || product === '') {
    const kies = { plek: 'ind-product', tekst: 'Kies een product.' }
    return {
      berekening: null,
      rijen: lopend(onderzoek.indicaties),
      oordeel: null,
      botsingen: [],
      teMotiveren: [],
      wijktAf: false,
      voorliggend: null,
      teDoen: [kies],
    }
  }
  const berekening = bereken(catalogus, s.omvang)
  const van = parseDatum(s.omvang.van)
  const tot = parseDatum(s.omvang.tot)
  const geldig = van !== null && (tot === null || tot >= van)
  const rijen = [
    ...lopend(onderzoek.indicaties),
    ...(geldig ? [{ id: NIEUW, product, van, ...(tot && { tot }), ...(s.leveringsvorm === 'pgb' && { pgb: true }), nieuw: true }] : []),
  ]
  const toets = maakStapelingstoets(catalogus, keuzeVan(s.omvang))
  const oordeel = toets.beoordeel(rijen)
  const voorliggend =
    van && geldig
      ? toetsVoorliggend(catalogus, keuzeVan(s.omvang), onderzoek.wlz, {
          product,
          periode: { van, ...(tot && { tot }) },
          grond: advies.grond,
        })
      : null
  const zonderRegels = s.omvang.regels.length === 0 && !inDagdelen(catalogus.producten[product])
  const nodig = [
    ...(berekening.omvang ? teMotiveren(advies, product, berekening.omvang, oordeel) : []),
    ...(voorliggend?.teMotiveren ?? []),
    // Zonder regel kan zij niet vast, ook niet met een motivering: dan valt daar nog niets te motiveren.
  ].filter((m) => !(zonderRegels && m.plaats === '/regels'))
  const afwijkend = wijktAf(advies, product)
  return {
    berekening,
    rijen,
    oordeel,
    botsingen: toets.botsingen(rijen),
    teMotiveren: nodig,
    wijktAf: afwijkend,
    voorliggend: voorliggend?.weigering ?? null,
    teDoen: [
      ...watNog(catalogus, s, berekening, oordeel, nodig, afwijkend),
      ...(voorliggend?.weigering ? [{ plek: 'omvang-periode', tekst: voorliggend.weigering.watNu }] : []),
    ],
  }
}

function watNog(
  catalogus: Catalogus,
  s: Voorstelstand,
  berekening: Berekening,
  oordeel: Stapelingsoordeel,
  nodig: readonly TeMotiveren[],
  afwijkend: boolean,
): { plek: string; tekst: string }[] {
  const leeg = (t: string | undefined) => !t?.trim()
  const open = nodig.filter((m) => leeg(s.motiveringen[m.sleutel])).length
  const dagdelen = inDagdelen(catalogus.producten[s.omvang.product])
  const onaf = !dagdelen && s.omvang.regels.some((r) => !berekening.perRegel.has(r.id))
  return [
    ...(afwijkend && leeg(s.afwijking) ? [{ plek: 'ind-afwijking', tekst: 'Schrijf waarom u dit product kiest.' }] : []),
    ...(s.omvang.van === '' ? [{ plek: 'omvang-periode', tekst: 'Vul de eerste dag in.' }] : []),
    ...(dagdelen && leeg(s.omvang.dagdelen) ? [{ plek: 'omvang-dagdelen', tekst: 'Vul het aantal dagdelen in.' }] : []),
    ...(!dagdelen && s.omvang.regels.length === 0 ? [{ plek: 'omvang-regels', tekst: 'Voeg minstens één regel toe aan de omvang.' }] : []),
    ...(onaf ? [{ plek: 'omvang-regels', tekst: 'Maak elke regel af, of haal haar weg.' }] : []),
    ...[...berekening.veldfouten]
      .filter(([veld]) => !veld.startsWith('regel'))
      .map(([veld, tekst]) => ({ plek: veld === 'van' || veld === 'tot' ? 'omvang-periode' : 'omvang-regels', tekst })),
    ...berekening.bezwaren.map((b) => ({
      plek: b.plaats === '/tot' ? 'omvang-periode' : dagdelen ? 'omvang-dagdelen' : 'omvang-regels',
      tekst: b.tekst,
    })),
    ...(oordeel.toegestaan ? [] : [{ plek: 'ind-stapeling', tekst: 'Deze periode kan niet naast wat er al loopt.' }]),
    ...(open > 0
      ? [{ plek: 'ind-motiveren', tekst: open === 1 ? 'Schrijf nog één motivering.' : `Schrijf nog ${open} motiveringen.` }]
      : []),
  ]
}

/** Het verzoek aan de server; alleen motiveringen die er nu bij horen gaan mee. */
export function alsVerzoek(catalogus: Catalogus, s: Voorstelstand, b: Beoordeling): Record<string, unknown> {
  return {
    tabel: s.tabel,
    product: s.omvang.product,
    van: s.omvang.van,
    ...(s.omvang.tot && { tot: s.omvang.tot }),
    leveringsvorm: s.leveringsvorm,
    omvang: alsOpgave(catalogus, s.omvang) ?? {},
    ...(b.wijktAf && { afwijkingMotivering: s.afwijking }),
    motiveringen: b.teMotiveren.map(({ sleutel }) => ({ sleutel, motivering: s.motiveringen[sleutel] ?? '' })),
  }
}
