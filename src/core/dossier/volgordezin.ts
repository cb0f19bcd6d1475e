/**
 * Waarom een gebeurtenis op haar dag niet past, voor wie haar vastlegt: welke dag, wat er in de weg staat, de regel, en welke
 * dag wel kan.
 */
import { type Datum, inWoorden, plusDagen } from '#core/base/datum.ts'
import { labelVan } from '#core/dossier/gebeurtenislabel.ts'
import { type Gebeurtenissoort, indicatiegebeurtenissen, type Over, zaakgebeurtenissen } from '#core/dossier/gebeurtenissoorten.ts'

type Rij = { readonly id: string; readonly soort: Gebeurtenissoort; readonly datum: Datum; readonly vervangt: string | null }
type Vraag<G extends Rij> = {
  readonly over: Over
  readonly nieuw: G
  /** De rij waarop het verloop vastliep: de nieuwe zelf, of een die door haar niet meer kan. */
  readonly vast: G
  /** Wat er zonder de nieuwe rij gold, op volgorde van dag. */
  readonly andere: readonly G[]
  /** Of alles klopt met de nieuwe rij op een andere dag. */
  readonly kanOp: (dag: Datum) => boolean
  /** Dagen waarop iets anders dan een rij verandert wat kan. */
  readonly grenzen: readonly Datum[]
}
type Zin = { readonly tekst: string; readonly watNu: string }

const loopt = 'Dit hoort bij een zaak die loopt: na de melding en voor het afsluiten.'
const plan = 'Een persoonlijk plan telt mee vanaf de melding tot het verslag weg is (Wmo 2.3.2 lid 2).'
const indicatieLoopt = 'Dit hoort bij een indicatie die loopt: na het vaststellen en voor het einde.'

const naVaststellen = 'Een toewijzing verandert pas als de indicatie is vastgesteld.'

/** Per soort de regel achter de volgorde. */
const regels: Readonly<Record<Exclude<Gebeurtenissoort, 'vervallen'>, string>> = {
  melding_ontvangen: 'Een zaak begint met één melding.',
  melding_bevestigd: 'De ontvangst wordt één keer bevestigd, na de melding (Wmo 2.3.2 lid 1).',
  plan_ontvangen: plan,
  plan_afgezien: plan,
  onderzoek_gestart: 'Het onderzoek begint als de ontvangst van de melding is bevestigd (Wmo 2.3.2 lid 1).',
  verslag_verzonden: 'Het verslag is de uitkomst van een onderzoek dat loopt (Wmo 2.3.2 lid 8).',
  verslag_reactie: 'Een inwoner reageert op een verslag dat verzonden is.',
  onderzoek_hervat: 'Een onderzoek is te hervatten na het verslag, zolang er geen aanvraag is.',
  aanvraag_ontvangen: 'Een aanvraag volgt op het verslag, of op zes weken zonder verslag (Wmo 2.3.2 lid 9).',
  wachten_begonnen: loopt,
  wachten_voorbij: loopt,
  wlz_vastgelegd: 'Een aanvraag of besluit voor de Wlz leggen we vast bij een zaak, vanaf de melding.',
  zaak_overgedragen: loopt,
  zaak_afgesloten: loopt,
  zaak_heropend: 'Heropenen kan alleen een zaak die is afgesloten.',
  vastgesteld: 'Een indicatie begint met één besluit.',
  gestart: 'De hulp start één keer, en voor haar einde.',
  gewijzigd: indicatieLoopt,
  toegewezen: indicatieLoopt,
  toewijzing_gewijzigd: naVaststellen,
  toewijzing_ingetrokken: naVaststellen,
  opdracht_buitenom: indicatieLoopt,
  onderbroken: 'Onderbreken kan alleen hulp die gestart is.',
  hervat: 'Hervatten kan alleen hulp die onderbroken is.',
  beeindigd: 'Beëindigen kan alleen hulp die gestart is. Begint zij niet, trek de indicatie dan in.',
  ingetrokken: 'Intrekken kan zolang de indicatie loopt.',
}
const tabellen: Record<Over, Readonly<Record<string, { label: string; vanuit: readonly (string | null)[]; naar: string | null }>>> = {
  zaak: zaakgebeurtenissen,
  indicatie: indicatiegebeurtenissen,
}

const naam = (soort: Gebeurtenissoort) => `“${labelVan(soort)}”`
const regelVan = (soort: Gebeurtenissoort) => (soort === 'vervallen' ? '' : ` ${regels[soort]}`)

export function volgordezin<G extends Rij>(vraag: Vraag<G>): Zin {
  const { nieuw, vast } = vraag
  if (nieuw.soort === 'vervallen') return rustErop(vast)
  const dagen = dagenRond(vraag)
  const tekst = `${naam(nieuw.soort)} kan niet op ${inWoorden(nieuw.datum)}: ${waarom(vraag, dagen)}.${regelVan(vast.soort)}`
  return { tekst, watNu: dagen ? `${kies(dagen)} Klopt een andere dag niet, verbeter die dan eerst.` : watEerst(vraag) }
}

const rustErop = (vast: Rij): Zin => ({
  tekst: `Dit kan niet vervallen: ${op(vast)} kan dan niet meer.${regelVan(vast.soort)}`,
  watNu: `Laat eerst ${naam(vast.soort)} van ${inWoorden(vast.datum)} vervallen.`,
})

function waarom<G extends Rij>(vraag: Vraag<G>, dagen: Dagen | null): string {
  const { nieuw, vast, andere } = vraag
  if (vast !== nieuw) return `${op(vast)} klopt dan niet meer`
  if (dagen?.van && dagen.van > nieuw.datum) {
    const opent = andere.find((r) => r.datum > nieuw.datum && maaktMogelijk(vraag, r)) ?? andere.findLast((r) => r.datum <= nieuw.datum)
    return opent ? staat('pas', opent) : 'er is nog niets vastgelegd'
  }
  const sluit = dagen?.tot && andere.find((r) => r.datum > (dagen.tot as Datum))
  if (sluit) return staat('al', sluit)
  const al = andere.findLast((r) => r.soort === nieuw.soort)
  if (al) return `het staat al op ${inWoorden(al.datum)}`
  const weg = sluitAf(vraag)
  if (weg) return staat('al', weg)
  const eerst = watOntbreekt(vraag)
  return eerst ? `${eerst} ligt nog niet vast` : 'dit hoort hier niet bij'
}

function watEerst<G extends Rij>(vraag: Vraag<G>): string {
  const { nieuw, vast, andere } = vraag
  if (vast !== nieuw) return `Verbeter eerst ${naam(vast.soort)} van ${inWoorden(vast.datum)}, of laat dat vervallen.`
  if (andere.some((r) => r.soort === nieuw.soort)) return 'Klopt de dag die er staat niet, verbeter die dan.'
  const weg = sluitAf(vraag)
  if (weg) return `Klopt ${naam(weg.soort)} van ${inWoorden(weg.datum)} niet, verbeter dat dan of laat het vervallen.`
  const eerst = watOntbreekt(vraag)
  return eerst ? `Leg eerst ${eerst} vast.` : 'Kies iets wat hierbij hoort.'
}

const op = (rij: Rij) => `${naam(rij.soort)} op ${inWoorden(rij.datum)}`
const staat = (wanneer: 'pas' | 'al', rij: Rij) => `${naam(rij.soort)} staat ${wanneer} op ${inWoorden(rij.datum)}`

const maaktMogelijk = <G extends Rij>({ over, nieuw }: Vraag<G>, { soort }: { readonly soort: string }): boolean => {
  const naar = tabellen[over][soort]?.naar ?? null
  return naar !== null && (tabellen[over][nieuw.soort]?.vanuit ?? []).includes(naar)
}

/** De stap waarna dit niet meer kan; alleen als het eerder wel kon. */
function sluitAf<G extends Rij>(vraag: Vraag<G>): G | undefined {
  const { over, andere } = vraag
  if (!andere.some((r) => maaktMogelijk(vraag, r))) return undefined
  return andere.findLast((r) => (tabellen[over][r.soort]?.naar ?? null) !== null && !maaktMogelijk(vraag, r))
}

/** Wat er als eerste moet gebeuren om dit te kunnen vastleggen; de tabel staat op volgorde van het verloop. */
function watOntbreekt<G extends Rij>(vraag: Vraag<G>): string | undefined {
  const eerst = Object.entries(tabellen[vraag.over]).find(([soort]) => maaktMogelijk(vraag, { soort }))
  return eerst && `“${eerst[1].label}”`
}

/** De dagen waarop het wel kan; een kant zonder dag is open. */
type Dagen = { readonly van: Datum | null; readonly tot: Datum | null }

/** Wat kan, wisselt alleen op een grens; daar zoeken is genoeg. De dichtstbijzijnde reeks wint, de latere eerst. */
function dagenRond<G extends Rij>({ nieuw, andere, kanOp, grenzen: ook }: Vraag<G>): Dagen | null {
  const grenzen = [...new Set([...andere.flatMap(({ datum }) => [plusDagen(datum, -1), datum]), ...ook])].sort()
  const later = grenzen.filter((dag) => dag > nieuw.datum)
  const van = later.find(kanOp)
  if (van) {
    const erna = later.filter((dag) => dag >= van)
    const eind = erna.findIndex((dag) => !kanOp(dag))
    return { van, tot: eind < 0 ? null : (erna[eind - 1] ?? null) }
  }
  const tot = grenzen.findLast((dag) => dag < nieuw.datum && kanOp(dag))
  if (!tot) return null
  const ervoor = grenzen.filter((dag) => dag <= tot)
  const begin = ervoor.findLastIndex((dag) => !kanOp(dag))
  return { van: begin < 0 ? null : (ervoor[begin + 1] ?? null), tot }
}

function kies({ van, tot }: Dagen): string {
  if (tot === null) return van ? `Kies ${inWoorden(van)} of een dag erna.` : ''
  if (van === null) return `Kies ${inWoorden(tot)} of een dag ervoor.`
  return van === tot ? `Kies ${inWoorden(van)}.` : `Kies een dag van ${inWoorden(van)} tot en met ${inWoorden(tot)}.`
}
