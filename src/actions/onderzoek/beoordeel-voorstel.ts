/**
 * Een voorgestelde indicatie naast het advies, de omvangregels en wat er al loopt. Alleen rekenen: wat hier ja zegt, mag
 * bewaard worden; een nee zegt welke regel, welke dagen en wat wel kan.
 */
import type { Advies } from '#core/advies/advies.ts'
import { inWoorden, parseDatum } from '#core/base/datum.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { type Json, type Keuze, leesInstelling } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Indicatie, Leveringsvorm } from '#core/indicatie/indicatie.ts'
import { leesOmvang } from '#core/indicatie/lees-omvang.ts'
import { berekenOmvang, type Omvang } from '#core/indicatie/omvang.ts'
import { eenheidVan, productenVanTabel, type TeMotiveren, teMotiveren, wijktAf } from '#core/indicatie/productkeuze.ts'
import { beoordeelStapeling, type Conflict, type Stapelingsoordeel } from '#core/indicatie/stapeling.ts'
import { toetsVoorliggend, type Wlz } from '#core/indicatie/voorliggend.ts'
import { ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'

export type Voorstel = {
  readonly tabel: string
  readonly product: string
  readonly van: string
  readonly tot?: string | null | undefined
  /** Zonder: zorg in natura. */
  readonly leveringsvorm?: Leveringsvorm | undefined
  /** Normregels of dagdelen, zoals `meedoen omvang` ze leest; zonder product en periode. */
  readonly omvang: Readonly<Record<string, unknown>>
  /** Waarom niet het geadviseerde product. */
  readonly afwijkingMotivering?: string | undefined
  readonly motiveringen: readonly { readonly sleutel: string; readonly motivering: string }[]
  /** De indicatie die deze verbetert of voortijdig opvolgt. */
  readonly vervangt?: string | undefined
}
export type Motivering = TeMotiveren & { readonly motivering: string }
export type Beoordeeld = {
  readonly omvang: Omvang
  readonly stapeling: Stapelingsoordeel
  readonly motiveringen: readonly Motivering[]
  readonly wijktAf: boolean
  readonly eenheid: string
}

type Advieskern = Pick<Advies, 'uitkomst' | 'product' | 'grond' | 'kandidaten' | 'waarschuwingen'>
type Basis = {
  readonly catalogus: Catalogus
  readonly keuze: Keuze
  readonly advies: Advieskern | undefined
  readonly naast: readonly Indicatie[]
  readonly wlz: Wlz
}

export function beoordeelVoorstel(basis: Basis, voorstel: Voorstel): Result<Beoordeeld, Weigering> {
  const { catalogus, keuze, advies, naast, wlz } = basis
  if (!advies) return ongeldig([tabelOnbekend(catalogus)])
  if (!productenVanTabel(catalogus, voorstel.tabel).includes(voorstel.product))
    return ongeldig([productOnbekend(catalogus, voorstel.tabel)])
  const omvang = leesOmvangVan(catalogus, keuze, voorstel)
  if (!omvang.ok) return ongeldig(omvang.fout)
  if (omvang.value.bezwaren.length > 0) return weiger(metBezwaren(omvang.value))
  const nieuw = alsNieuw(voorstel)
  const voorliggend = toetsVoorliggend(catalogus, keuze, wlz, { product: nieuw.product, periode: nieuw, grond: advies.grond })
  if (voorliggend.weigering)
    return weiger({
      soort: 'regel',
      ...voorliggend.weigering,
      fouten: [{ code: voorliggend.weigering.code, plaats: '/van', tekst: voorliggend.weigering.tekst }],
    })
  const stapeling = beoordeelStapeling(catalogus, keuze, [...naast, nieuw])
  if (!stapeling.toegestaan) return weiger(nietNaast(stapeling))
  const motivering = leesMotiveringen(
    [...teMotiveren(advies, voorstel.product, omvang.value, stapeling), ...voorliggend.teMotiveren],
    voorstel,
  )
  const afwijking = wijktAf(advies, voorstel.product)
  const fouten = [...(afwijking && leeg(voorstel.afwijkingMotivering) ? [afwijkingNodig(catalogus, advies)] : []), ...motivering.fouten]
  if (fouten.length > 0) return weiger({ ...motiverenNodig, fouten, huidig: { teMotiveren: motivering.nodig } })
  return ok({
    omvang: omvang.value,
    stapeling,
    motiveringen: motivering.gegeven,
    wijktAf: afwijking,
    eenheid: eenheidVan(catalogus, voorstel.product, (pad) => leesInstelling(catalogus, keuze, pad)),
  })
}

const leeg = (tekst: string | undefined): boolean => !tekst?.trim()

export const alsNieuw = ({ product, van, tot, leveringsvorm }: Voorstel): Indicatie => {
  const [begin, einde] = [parseDatum(van), tot == null ? undefined : parseDatum(tot)]
  // De omvang is al gelezen: die controleert dezelfde twee datums.
  return {
    product,
    van: begin as NonNullable<typeof begin>,
    ...(einde ? { tot: einde } : {}),
    ...(leveringsvorm === 'pgb' && { pgb: true }),
    nieuw: true,
  }
}

function leesOmvangVan(catalogus: Catalogus, keuze: Keuze, { product, van, tot, omvang }: Voorstel): Result<Omvang, Invoerfout[]> {
  const eigen = ['catalogus', 'gemeente', 'instellingen', 'product', 'van', 'tot']
  const dubbel = eigen.filter((veld) => Object.hasOwn(omvang, veld))
  if (dubbel.length > 0)
    return fout(dubbel.map((veld) => ({ code: 'VELD_ONBEKEND', plaats: `/omvang/${veld}`, tekst: `Zet ${veld} niet bij de omvang.` })))
  const gelezen = leesOmvang(catalogus, { ...omvang, product, van, ...(tot == null ? {} : { tot }), ...(keuze as Record<string, Json>) })
  if (!gelezen.ok) return fout(gelezen.fout.map(metPlaats))
  return ok(berekenOmvang(catalogus, gelezen.value.keuze, gelezen.value.opgave))
}

/** Product en periode staan in het verzoek naast de omvang, de rest erin. */
const metPlaats = <M extends { readonly plaats: string }>(m: M): M =>
  /^\/(van|tot|product)$/.test(m.plaats) ? m : { ...m, plaats: `/omvang${m.plaats}` }

const metBezwaren = ({ bezwaren }: Omvang): Weigering => ({
  soort: 'regel',
  code: bezwaren[0]?.code ?? 'OMVANG_ONGELDIG',
  tekst: bezwaren.map((b) => b.tekst).join(' '),
  watNu: 'Pas de omvang of de periode aan.',
  ...(bezwaren[0]?.eis[0] && { eis: bezwaren[0].eis.join(', ') }),
  fouten: bezwaren.map(({ code, plaats, tekst }) => metPlaats({ code, plaats, tekst })),
})

function nietNaast(stapeling: Stapelingsoordeel): Weigering {
  const eerste = stapeling.conflicten[0] as Conflict
  const datum = stapeling.conflicten.map((c) => c.eersteMogelijkeDatum).find((d) => d !== null)
  return {
    soort: 'regel',
    code: eerste.code,
    tekst: stapeling.conflicten.map((c) => c.tekst).join(' '),
    watNu: datum
      ? `Begin op ${inWoorden(datum)}, of beëindig eerst wat er loopt.`
      : 'Beëindig eerst wat er loopt, of kies een ander product.',
    eis: [...new Set(stapeling.conflicten.flatMap((c) => c.eis))].join(', '),
    fouten: stapeling.conflicten.map(({ code, tekst }) => ({ code, plaats: '/van', tekst })),
    huidig: { stapeling },
  }
}

function leesMotiveringen(nodig: readonly TeMotiveren[], { motiveringen }: Voorstel) {
  const fouten: Invoerfout[] = []
  const gegeven: Motivering[] = []
  for (const m of nodig) {
    const tekst = motiveringen.find((g) => g.sleutel === m.sleutel)?.motivering
    if (leeg(tekst)) fouten.push({ code: 'MOTIVERING_ONTBREEKT', plaats: '/motiveringen', tekst: `Schrijf een motivering bij: ${m.tekst}` })
    else gegeven.push({ ...m, motivering: (tekst as string).trim() })
  }
  for (const [i, g] of motiveringen.entries()) {
    if (!nodig.some((m) => m.sleutel === g.sleutel))
      fouten.push({
        code: 'MOTIVERING_ONBEKEND',
        plaats: `/motiveringen/${i}/sleutel`,
        tekst: 'Bij deze melding hoort (nu) geen motivering. Haal haar weg.',
      })
  }
  return { fouten, gegeven, nodig }
}

const motiverenNodig: Weigering = {
  soort: 'regel',
  code: 'MOTIVERING_ONTBREEKT',
  tekst: 'Niet alles wat een motivering vraagt, is gemotiveerd.',
  watNu: 'Schrijf bij elk punt hieronder kort waarom het hier toch past.',
}

function afwijkingNodig({ producten }: Catalogus, advies: Advieskern): Invoerfout {
  const naam = (p: string | null) => producten[p ?? '']?.naam ?? p
  const wat: Record<Advies['uitkomst'], string> = {
    product: `het advies is ${naam(advies.product)}`,
    eerst_bespreken: `het advies is eerst te bespreken: ${advies.kandidaten.map(naam).join(' of ')}`,
    eerst_vragen: 'er zijn nog vragen open die het advies kunnen veranderen',
    geen_product: `het advies is geen product`,
  }
  return {
    code: 'MOTIVERING_ONTBREEKT',
    plaats: '/afwijkingMotivering',
    tekst: `Schrijf waarom u dit product kiest; ${wat[advies.uitkomst]}.`,
  }
}

const tabelOnbekend = ({ tabellen }: Catalogus): Invoerfout => ({
  code: 'TABEL_ONBEKEND',
  plaats: '/tabel',
  tekst: `Deze tabel staat niet in de catalogus. Kies uit: ${Object.keys(tabellen).join(', ')}.`,
})
const productOnbekend = (catalogus: Catalogus, tabel: string): Invoerfout => ({
  code: 'PRODUCT_ONBEKEND',
  plaats: '/product',
  tekst: `Dit product hoort niet bij deze tabel. Kies uit: ${productenVanTabel(catalogus, tabel).join(', ')}.`,
})
