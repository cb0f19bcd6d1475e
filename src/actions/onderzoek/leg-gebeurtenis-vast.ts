/** Wat er met een indicatie gebeurde, op welke dag. Een verbetering is een nieuwe rij; het oude blijft te lezen. */
import type { Datum } from '#core/base/datum.ts'
import { invariant } from '#core/base/invariant.ts'
import { ok, type Result } from '#core/base/result.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import { beoordeelGebeurtenis, leesGebeurtenis, type NieuweGebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { isLanger, looptijd } from '#core/indicatie/looptijd.ts'
import { beoordeelStapeling, type Stapelingsoordeel } from '#core/indicatie/stapeling.ts'
import { vanHetProgramma } from '#core/dossier/gebeurtenissoorten.ts'
import { voegGebeurtenissenToe } from '#storage/gebeurtenissen.ts'
import { leesGebeurtenissenVanIndicatie } from '#storage/indicatiegebeurtenissen.ts'
import { type Indicatierij, leesIndicatie, vergrendelInwoner } from '#storage/indicaties.ts'
import { leesOnderzoek } from '#storage/onderzoeken.ts'
import { catalogusBijHash } from '../catalogus/geldende-catalogus.ts'
import { kijkerVan } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'
import { alsGebeurtenis, indicatiesVan, periodeVan } from './indicatiebeeld.ts'
import { toonVolledig, type VolledigeIndicatie } from './lees-indicatie.ts'
import { alsIndicatie, DOEL_INDICATIE } from './stel-indicatie-vast.ts'
import { zoekMetRecht } from './toegang.ts'

export function legGebeurtenisVast(
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  ruw: unknown,
): Promise<Result<VolledigeIndicatie, Weigering>> {
  return handel<VolledigeIndicatie>(dienst, aanroep, async (w) => {
    const { tx, actor } = w
    const gevonden = await zoekMetRecht(w, 'indicatie_maken', { naam: 'Deze indicatie', soort: 'indicatie', id }, () =>
      leesIndicatie(tx, actor.gemeente, id),
    )
    if (!gevonden.ok) return gevonden
    const rij = gevonden.value
    const gelezen = leesGebeurtenis(ruw, 'indicatie', dienst.vandaag())
    if (!gelezen.ok) return ongeldig(gelezen.fout)
    const nieuw = { id: w.nieuweId(), ...gelezen.value }
    await vergrendelInwoner(tx, actor.gemeente, rij.inwoner)
    const mag = await beoordeel(w, rij, nieuw)
    if (!mag.ok) return mag
    await bewaar(w, rij, nieuw)
    return toonVolledig(w, id)
  })
}

const isVanHetProgramma = (soort: string): boolean => (vanHetProgramma as readonly string[]).includes(soort)

type Nieuw = NieuweGebeurtenis & { readonly id: string }

async function beoordeel(w: Werk, rij: Indicatierij, nieuw: Nieuw): Promise<Result<null, Weigering>> {
  const eerder = (await leesGebeurtenissenVanIndicatie(w.tx, w.actor.gemeente, rij.id)).map(alsGebeurtenis)
  const oud = eerder.find((g) => g.id === nieuw.vervangt)
  // De vaststelling hoort bij de indicatie zelf; wie haar niet wil, trekt de indicatie in.
  if (nieuw.soort === 'vastgesteld' || oud?.soort === 'vastgesteld') return weiger(vaststellingBlijft)
  // Een opdracht die iemand bij vergissing vastlegde mag vervallen; een toewijzing die verstuurd is niet.
  if (isVanHetProgramma(nieuw.soort) || (oud !== undefined && oud.soort !== 'opdracht_buitenom' && isVanHetProgramma(oud.soort)))
    return weiger(hoortBijToewijzen)
  const verloop = beoordeelGebeurtenis('indicatie', eerder, nieuw)
  if (!verloop.ok) return weiger({ soort: 'regel', ...verloop.fout })
  const periode = periodeVan(rij)
  const buiten = buitenPeriode(periode, nieuw)
  if (buiten) return ongeldig([buiten])
  const [was, wordt] = [looptijd(periode, eerder), looptijd(periode, [...eerder, nieuw])]
  if (wordt === null || !isLanger(wordt, was)) return ok(null)
  const stapeling = await toetsNaast(w, rij, wordt)
  if (stapeling.toegestaan) return ok(null)
  return weiger({
    soort: 'regel',
    code: stapeling.conflicten[0]?.code ?? 'STAPELING_NIET_TOEGESTAAN',
    tekst: `Hierdoor loopt deze indicatie langer. ${stapeling.conflicten.map((c) => c.tekst).join(' ')}`,
    watNu: 'Trek eerst in of beëindig wat er intussen naast is gekomen.',
    eis: [...new Set(stapeling.conflicten.flatMap((c) => c.eis))].join(', '),
    huidig: { stapeling },
  })
}

/** Een begin of einde van de hulp ligt binnen de indicatie. */
function buitenPeriode({ van, tot }: { van: Datum; tot?: Datum }, { soort, datum }: Nieuw) {
  if (soort !== 'gestart' && soort !== 'beeindigd') return null
  if (datum < van)
    return { code: 'VOOR_BEGIN', plaats: '/datum', tekst: 'Deze dag ligt voor het begin van de indicatie. Kies een latere dag.' }
  if (tot !== undefined && datum > tot)
    return { code: 'NA_EINDE', plaats: '/datum', tekst: 'Deze dag ligt na het einde van de indicatie. Kies een eerdere dag.' }
  return null
}

/** Met de regels waarmee deze indicatie is vastgesteld. */
async function toetsNaast(w: Werk, rij: Indicatierij, wordt: { van: Datum; tot?: Datum }): Promise<Stapelingsoordeel> {
  const catalogus = await catalogusBijHash(w.tx, rij.catalogus_hash)
  invariant(catalogus, 'de catalogus van een indicatie is bewaard')
  const onderzoek = rij.onderzoek === null ? undefined : await leesOnderzoek(w.tx, w.actor.gemeente, rij.onderzoek)
  const andere = (await indicatiesVan(w, rij.inwoner, w.dienst.vandaag())).filter((i) => i.id !== rij.id)
  return beoordeelStapeling(catalogus, (onderzoek?.keuze ?? {}) as Keuze, [
    ...andere.flatMap(alsIndicatie),
    { id: rij.id, product: rij.product, ...wordt, ...(rij.leveringsvorm === 'pgb' && { pgb: true }), nieuw: true },
  ])
}

async function bewaar(w: Werk, rij: Indicatierij, nieuw: Nieuw): Promise<void> {
  const { id } = nieuw
  await voegGebeurtenissenToe(w.tx, kijkerVan(w), [{ ...nieuw, inwoner: rij.inwoner, zaak: null, indicatie: rij.id }])
  w.noteer({
    soort: 'wijzigen',
    objecten: [
      { soort: 'indicatie', id: rij.id },
      { soort: 'gebeurtenis', id },
    ],
    inwoner: rij.inwoner,
    doel: DOEL_INDICATIE,
  })
}

const hoortBijToewijzen: Weigering = {
  soort: 'regel',
  code: 'GEBEURTENIS_ELDERS',
  tekst: 'Dit legt het programma zelf vast bij het toewijzen.',
  watNu: 'Wijs de indicatie toe, of leg daar de opdracht buiten het berichtenverkeer vast.',
}

const vaststellingBlijft: Weigering = {
  soort: 'regel',
  code: 'VASTSTELLING_BLIJFT',
  tekst: 'De vaststelling zelf verandert niet meer.',
  watNu: 'Trek de indicatie in en stel een nieuwe vast, of vervang haar door een verbetering.',
}
