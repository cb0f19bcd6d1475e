/**
 * Een indicatie vaststellen: voorziening, indicatie, advies, gebeurtenis en logboekregel in één transactie. Wat er op dat
 * moment berekend werd (advies, omvang, stapeling) ligt erbij vast.
 */
import type { Advies, Geval } from '#core/advies/advies.ts'
import { type Datum, inWoorden, plusDagen } from '#core/base/datum.ts'
import { invariant } from '#core/base/invariant.ts'
import { ok, type Result } from '#core/base/result.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import { keuzeHash } from '#core/catalogus/laden/keuzes.ts'
import { maakGebeurtenis } from '#core/dossier/gebeurtenis.ts'
import type { Indicatie } from '#core/indicatie/indicatie.ts'
import type { Omvang } from '#core/indicatie/omvang.ts'
import { productnaam } from '#core/indicatie/stapeling.ts'
import { vaststelzin } from '#core/indicatie/vaststelzin.ts'
import { leesWlz } from '#core/indicatie/voorliggend.ts'
import { bewaarAdvies } from '#storage/adviezen.ts'
import { leesAntwoordrijen } from '#storage/antwoorden.ts'
import { leesVanInwoner, voegGebeurtenissenToe } from '#storage/gebeurtenissen.ts'
import { bewaarIndicatie, bewaarVoorziening, vergrendelInwoner } from '#storage/indicaties.ts'
import { inhoudhash } from '../dossier/inhoudhash.ts'
import { kijkerVan } from '../dossier/toegang.ts'
import { maakAntwoord } from '../geef-advies.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import { gevalVan } from './antwoord.ts'
import { type Beoordeeld, beoordeelVoorstel, type Voorstel } from './beoordeel-voorstel.ts'
import { naamVan } from './bewaar-antwoorden.ts'
import { type Indicatiebeeld, indicatiesVan, periodeVan } from './indicatiebeeld.ts'
import { eisVersie, type OpenOnderzoek, openOmTeWijzigen } from './open-onderzoek.ts'

export const DOEL_INDICATIE = 'indicatie Wmo 2.3.5'
export type Vastgesteld = { readonly id: string; readonly voorziening: string; readonly advies: string }
type Vraag = { readonly onderzoek: string; readonly versie: number; readonly voorstel: Voorstel }

export function stelIndicatieVast(dienst: Dienst, aanroep: Aanroep, vraag: Vraag): Promise<Result<Vastgesteld, Weigering>> {
  return handel<Vastgesteld>(dienst, aanroep, async (w) => {
    const open = await openOmTeWijzigen(w, vraag.onderzoek, 'indicatie_maken', 'indicatie')
    if (!open.ok) return open
    const { rij, catalogus, keuze } = open.value
    const bij = await eisVersie(
      rij,
      vraag.versie,
      () => naamVan(w, rij.gewijzigd_door),
      async () => ({ versie: rij.versie }),
    )
    if (!bij.ok) return bij
    const inwoner = await vergrendelInwoner(w.tx, w.actor.gemeente, rij.inwoner)
    if (inwoner?.overleden_op && vraag.voorstel.van > inwoner.overleden_op) return naOverlijden(inwoner.overleden_op as Datum)
    const bestaand = await indicatiesVan(w, rij.inwoner, dienst.vandaag())
    const vervangen = vindVervangen(bestaand, vraag.voorstel)
    if (!vervangen.ok) return vervangen
    const geval = gevalVan(catalogus, keuze, await leesAntwoordrijen(w.tx, w.actor.gemeente, rij.id))
    const antwoord = maakAntwoord(catalogus, keuze, geval, true)
    const advies = Object.hasOwn(catalogus.tabellen, vraag.voorstel.tabel)
      ? (antwoord[vraag.voorstel.tabel] as unknown as Advies)
      : undefined
    const naast = bestaand.filter((i) => i.id !== vraag.voorstel.vervangt).flatMap(alsIndicatie)
    const oordeel = beoordeelVoorstel(
      { catalogus, keuze, advies, naast, wlz: leesWlz(await leesVanInwoner(w.tx, w.actor.gemeente, rij.inwoner)) },
      vraag.voorstel,
    )
    if (!oordeel.ok) return oordeel
    const voorziening = vervangen.value?.voorziening ?? vindVoorziening(bestaand, vraag.voorstel)
    return ok(await bewaar(w, open.value, { ...vraag, geval, resultaat: JSON.stringify(antwoord), oordeel: oordeel.value, voorziening }))
  })
}

/** Wat meetelt naast een nieuwe indicatie: de dagen waarop zij echt geldt. */
export const alsIndicatie = ({ id, product, looptijd, leveringsvorm }: Indicatiebeeld): Indicatie[] =>
  looptijd ? [{ id, product, ...periodeVan(looptijd), ...(leveringsvorm === 'pgb' && { pgb: true }) }] : []

function vindVervangen(
  bestaand: readonly Indicatiebeeld[],
  { vervangt, product }: Voorstel,
): Result<Indicatiebeeld | undefined, Weigering> {
  if (vervangt === undefined) return ok(undefined)
  const oud = bestaand.find((i) => i.id === vervangt)
  const fout = (code: string, tekst: string) => ongeldig([{ code, plaats: '/vervangt', tekst }])
  if (!oud) return fout('VERVANGT_ONBEKEND', 'Deze indicatie is er niet bij deze inwoner.')
  if (oud.vervangenDoor) return fout('AL_VERVANGEN', 'Deze indicatie is al vervangen. Kies de laatste.')
  if (oud.product !== product) return fout('ANDER_PRODUCT', 'Een ander product is een nieuwe indicatie; beëindig dan de oude.')
  return ok(oud)
}

/** Sluit het aan op een indicatie van hetzelfde product, dan gaat die voorziening door. */
function vindVoorziening(bestaand: readonly Indicatiebeeld[], { product, van }: Voorstel): string | undefined {
  const sluitAan = ({ looptijd }: Indicatiebeeld) =>
    looptijd !== null && looptijd.van <= van && (looptijd.tot === null || plusDagen(looptijd.tot as Datum, 1) >= van)
  return bestaand.find((i) => i.product === product && sluitAan(i))?.voorziening
}

const naOverlijden = (dag: Datum) =>
  ongeldig([
    {
      code: 'NA_OVERLIJDEN',
      plaats: '/van',
      tekst: `De inwoner is overleden op ${inWoorden(dag)}. Een indicatie kan daarna niet beginnen.`,
    },
  ])

type TeBewaren = Vraag & { geval: Geval; resultaat: string; oordeel: Beoordeeld; voorziening: string | undefined }

async function bewaar(w: Werk, { rij, catalogus, keuze }: OpenOnderzoek, t: TeBewaren): Promise<Vastgesteld> {
  const { tx, actor, nu } = w
  const { voorstel, oordeel } = t
  const wie = { gemeente: actor.gemeente, inwoner: rij.inwoner }
  const product = catalogus.producten[voorstel.product]
  invariant(product, 'een beoordeeld product staat in de catalogus')
  const ids = { id: w.nieuweId(), voorziening: t.voorziening ?? w.nieuweId(), advies: w.nieuweId() }
  await bewaarAdvies(tx, {
    ...wie,
    id: ids.advies,
    onderzoek: rij.id,
    onderzoek_versie: rij.versie,
    engine: w.dienst.versie,
    catalogus_hash: catalogus.hash,
    keuzes_hash: keuzeHash(keuze),
    geval: t.geval as unknown as Json,
    resultaat: t.resultaat,
    gegeven_op: nu,
    gegeven_door: actor.medewerker,
  })
  if (!t.voorziening) {
    const nieuw = { product: voorstel.product, familie: product.familie, gemaakt_op: nu, gemaakt_door: actor.medewerker }
    await bewaarVoorziening(tx, { ...wie, id: ids.voorziening, ...nieuw })
  }
  await bewaarIndicatie(tx, {
    ...wie,
    ...ids,
    onderzoek: rij.id,
    tabel: voorstel.tabel,
    product: voorstel.product,
    catalogus_hash: catalogus.hash,
    van: voorstel.van,
    tot: voorstel.tot ?? null,
    eenheid: oordeel.eenheid,
    ...hoeveelheid(oordeel.omvang),
    leveringsvorm: voorstel.leveringsvorm ?? 'zin',
    omvang: { opgave: voorstel.omvang, uitkomst: oordeel.omvang } as unknown as Json,
    afwijking_motivering: oordeel.wijktAf ? (voorstel.afwijkingMotivering ?? '').trim() : null,
    waarschuwing_motiveringen: oordeel.motiveringen as unknown as Json,
    stapeling: oordeel.stapeling as unknown as Json,
    vervangt: voorstel.vervangt ?? null,
    vastgesteld_op: nu,
    vastgesteld_door: actor.medewerker,
  })
  const vastgesteld = {
    ...maakGebeurtenis('vastgesteld', w.dienst.vandaag()),
    id: w.nieuweId(),
    inwoner: rij.inwoner,
    zaak: rij.zaak,
    indicatie: ids.id,
    zin: vaststelzin({
      productnaam: productnaam(catalogus, voorstel.product),
      omvang: oordeel.omvang.totaal.inWoorden,
      leveringsvorm: voorstel.leveringsvorm ?? 'zin',
      periode: periodeVan({ van: voorstel.van, tot: voorstel.tot ?? null }),
      wijktAf: oordeel.wijktAf,
    }),
  }
  await voegGebeurtenissenToe(tx, kijkerVan(w), [vastgesteld])
  w.noteer({
    soort: 'aanmaken',
    objecten: [
      { soort: 'indicatie', id: ids.id },
      { soort: 'advies', id: ids.advies },
      { soort: 'voorziening', id: ids.voorziening },
    ],
    inwoner: rij.inwoner,
    zaak: rij.zaak,
    doel: DOEL_INDICATIE,
    hashNa: inhoudhash([voorstel, t.resultaat]),
  })
  return ids
}

function hoeveelheid({ totaal }: Omvang): { minuten_per_week: number | null; dagdelen_per_week: number | null } {
  return 'dagdelenPerWeek' in totaal
    ? { minuten_per_week: null, dagdelen_per_week: totaal.dagdelenPerWeek }
    : { minuten_per_week: totaal.vastgesteld ?? totaal.afgerond, dagdelen_per_week: null }
}
