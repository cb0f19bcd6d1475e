/**
 * Een catalogusversie laten ingaan in een gemeente. Alleen een versie die vastligt (haar hash staat in de map), nooit met
 * terugwerkende kracht, en nooit twee op dezelfde dag. De lezingen van de gemeente moeten erbij passen.
 */
import { type Datum, inWoorden } from '#core/base/datum.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { instellingenOp, waardenOp, wisseldagen } from '#core/catalogus/geldigheid.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import {
  bewaarInstellingkeuzes,
  leesCatalogusId,
  leesInstellingkeuzes,
  leesPublicaties,
  type Publicatierij,
  vergrendelCatalogus,
} from '#storage/catalogusbesluiten.ts'
import { bewaarInhoud, bewaarPublicatie } from '#storage/cataloguspublicaties.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'
import { openVersieUitMap } from './catalogusversies.ts'
import { bekendeInstellingen, bezwaren, leesWaarden } from './instellingen-passen.ts'
import { keuzerijen } from './kies-instellingen.ts'
import { type Publicatie, publicatiebeelden, voorganger } from './publicatiebeeld.ts'
import { leesReden } from './reden.ts'

export const DOEL_CATALOGUS = 'catalogus en lezingen vaststellen'

export type Publicatieopgave = {
  readonly versie: string
  readonly vanaf: Datum
  readonly reden: string
  /** De publicatie van dezelfde dag die nog niet inging, en die deze vervangt. */
  readonly vervangt?: string | undefined
  /** Lezingen die op dezelfde dag ingaan. */
  readonly instellingen?: Readonly<Record<string, unknown>> | undefined
}

export const publiceerVersie = (dienst: Dienst, aanroep: Aanroep, opgave: Publicatieopgave): Promise<Result<Publicatie, Weigering>> =>
  handel<Publicatie>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'catalogus_publiceren')
    if (!mag.ok) return mag
    const { gemeente } = w.actor
    const reden = leesReden(opgave.reden)
    if (!reden.ok) return reden
    await vergrendelCatalogus(w.tx, gemeente)
    const open = await openVersieUitMap(dienst, await leesCatalogusId(w.tx, gemeente), opgave.versie)
    if (!open.ok) return open
    if (!open.value.vastgelegd) return weiger(nietVastgelegd(opgave.versie))
    const { catalogus } = open.value
    const rijen = await leesPublicaties(w.tx, gemeente)
    const dag = controleerDag(opgave, catalogus, rijen, dienst.vandaag())
    if (!dag.ok) return dag
    const lezingen = await controleerLezingen(w, catalogus, opgave, rijen)
    if (!lezingen.ok) return lezingen
    const id = w.nieuweId()
    await bewaar(w, { id, catalogus, opgave, reden: reden.value, waarden: lezingen.value })
    return ok(publicatiebeelden(await leesPublicaties(w.tx, gemeente), dienst.vandaag()).find((p) => p.id === id) as Publicatie)
  })

function controleerDag(
  { versie, vanaf, vervangt }: Publicatieopgave,
  catalogus: Catalogus,
  rijen: readonly Publicatierij[],
  vandaag: Datum,
): Result<null, Weigering> {
  const bij = (code: string, tekst: string, plaats = '/vanaf') => ongeldig([{ code, plaats, tekst }])
  if (vanaf < vandaag)
    return bij('TERUGWERKEND', 'Kies vandaag of een latere dag: met de regels van eerdere dagen zijn al adviezen gegeven.')
  if (catalogus.geldigVan && vanaf < catalogus.geldigVan)
    return bij('VERSIE_GELDT_LATER', `De versie ${versie} is gemaakt voor ${inWoorden(catalogus.geldigVan as Datum)} of later.`)
  const opDag = rijen.filter((r) => r.geldigVan === vanaf).at(-1)
  if (vervangt !== undefined && opDag?.id !== vervangt)
    return bij('VERVANGT_ONBEKEND', 'De publicatie die u vervangt, gaat niet op deze dag in, of is al vervangen.', '/vervangt')
  if (opDag && vervangt === undefined) return weiger(alIets(opDag))
  if (opDag && opDag.geldigVan <= vandaag) return weiger(alIngegaan(opDag))
  if (!opDag && voorganger(rijen, vanaf)?.hash === catalogus.hash)
    return bij('GEEN_WIJZIGING', `De versie ${versie} geldt op ${inWoorden(vanaf)} al.`, '/versie')
  return ok(null)
}

/** De waarden die meegaan. Elke lezing die geldt zolang deze versie geldt, moet erbij passen. */
async function controleerLezingen(
  w: Werk,
  catalogus: Catalogus,
  { vanaf, instellingen }: Publicatieopgave,
  rijen: readonly Publicatierij[],
) {
  const { gemeente } = w.actor
  const keuzes = await leesInstellingkeuzes(w.tx, gemeente)
  const nu = bekendeInstellingen(catalogus, waardenOp(keuzes, vanaf))
  const gelezen = leesWaarden(catalogus, gemeente, { ...nu, ...instellingen })
  if (!gelezen.ok) return fout(passenNiet(catalogus, gelezen.fout))
  const gekozen = new Set(Object.keys(instellingen ?? {}).map((pad) => pad.split('.')[0] as string))
  const waarden = Object.fromEntries(Object.entries(gelezen.value.instellingen ?? {}).filter(([sleutel]) => gekozen.has(sleutel)))
  const volgende = rijen
    .map((r) => r.geldigVan)
    .filter((d) => d > vanaf)
    .sort()[0]
  for (const dag of wisseldagen(keuzes, vanaf, volgende).slice(1)) {
    const dan = [...instellingenOp(keuzes, dag)].map(([s, k]) => [s, k.geldigVan <= vanaf ? (waarden[s] ?? k.waarde) : k.waarde] as const)
    const fouten = bezwaren(catalogus, gemeente, Object.fromEntries(dan))
    if (fouten.length > 0) return fout(passenNiet(catalogus, fouten, dag))
  }
  return ok(waarden)
}

type TeBewaren = {
  id: string
  catalogus: Catalogus
  opgave: Publicatieopgave
  reden: string
  waarden: Parameters<typeof keuzerijen>[1]['waarden']
}

async function bewaar(w: Werk, { id, catalogus, opgave, reden, waarden }: TeBewaren): Promise<void> {
  const { gemeente, medewerker } = w.actor
  const { id: naam, versie } = catalogus.catalogus
  await bewaarInhoud(w.tx, { hash: catalogus.hash, catalogus: naam, versie, inhoud: catalogus })
  await bewaarPublicatie(w.tx, {
    gemeente,
    id,
    catalogus: naam,
    versie,
    hash: catalogus.hash,
    geldig_van: opgave.vanaf,
    reden,
    gedaan_op: w.nu,
    gedaan_door: medewerker,
    vervangt: opgave.vervangt ?? null,
  })
  const lezingen = keuzerijen(w, { waarden, vanaf: opgave.vanaf, reden })
  if (lezingen.length > 0) await bewaarInstellingkeuzes(w.tx, lezingen)
  w.noteer({
    soort: 'aanmaken',
    objecten: [{ soort: 'cataloguspublicatie', id }, ...lezingen.map((l) => ({ soort: 'instellingkeuze', id: l.id }))],
    doel: DOEL_CATALOGUS,
    reden,
    hashNa: catalogus.hash,
  })
}

const nietVastgelegd = (versie: string): Weigering => ({
  soort: 'regel',
  code: 'VERSIE_NIET_VASTGELEGD',
  tekst: `De versie ${versie} is nog te wijzigen: haar hash ligt niet vast.`,
  watNu: 'Laat haar eerst vastleggen met `catalogus publiceer`.',
})
const alIets = ({ id, versie, geldigVan }: Publicatierij): Weigering => ({
  soort: 'botst',
  code: 'GELDIGHEID_OVERLAPT',
  tekst: `Op ${inWoorden(geldigVan as Datum)} gaat al versie ${versie} in.`,
  watNu: 'Kies een andere dag, of vervang die publicatie zolang zij nog niet is ingegaan.',
  huidig: { id, versie, geldigVan },
})
const alIngegaan = ({ versie, geldigVan }: Publicatierij): Weigering => ({
  soort: 'regel',
  code: 'PUBLICATIE_INGEGAAN',
  tekst: `Versie ${versie} is op ${inWoorden(geldigVan as Datum)} al ingegaan en kan niet meer vervangen worden.`,
  watNu: 'Laat de andere versie op een latere dag ingaan.',
})
function passenNiet({ catalogus }: Catalogus, fouten: readonly Invoerfout[], dag?: string): Weigering {
  const wanneer = dag === undefined ? '' : ` Dat gaat om wat op ${inWoorden(dag as Datum)} ingaat.`
  return {
    soort: 'regel',
    code: 'INSTELLING_PAST_NIET',
    tekst: `Niet elke lezing van uw gemeente past bij versie ${catalogus.versie}.${wanneer} ${fouten[0]?.tekst ?? ''}`,
    watNu: 'Kies bij deze publicatie ook de lezing die op dezelfde dag ingaat.',
    fouten,
  }
}
