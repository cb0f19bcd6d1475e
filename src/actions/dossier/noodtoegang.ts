/** Noodtoegang vragen, zien en beoordelen. Eerst de reden, dan toegang, die na acht uur vanzelf voorbij is; daarna kijkt een ander ernaar. */
import { ok, type Result } from '#core/base/result.ts'
import type { Naam } from '#core/dossier/naam.ts'
import { magDoen } from '#core/dossier/rechten.ts'
import { beoordeel, leesNoodtoegang, type Noodrij, voegNoodtoegangToe, zoekNoodtoegangen } from '#storage/noodtoegangen.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { nietGevonden, ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'
import { eisInGemeente, eisOoit, eisToegang } from './toegang.ts'

export const MINSTE_REDEN = 10
export const DUUR_MS = 8 * 60 * 60_000

export type Noodtoegang = {
  readonly id: string
  readonly versie: number
  readonly inwoner: { readonly id: string; readonly naam: Naam }
  readonly medewerker: { readonly id: string; readonly naam: string }
  readonly reden: string
  readonly van: string
  readonly tot: string
  readonly geldig: boolean
  /** Eerder gestopt door wie haar vroeg. */
  readonly gestopt: boolean
  readonly beoordeling: {
    readonly oordeel: 'terecht' | 'onterecht'
    readonly door: string | null
    readonly op: string
    readonly toelichting: string | null
  } | null
  readonly magBeoordelen: boolean
  readonly magStoppen: boolean
}

export const vraagNoodtoegang = (
  dienst: Dienst,
  aanroep: Aanroep,
  inwoner: string,
  reden: string,
): Promise<Result<Noodtoegang, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const toegang = await eisToegang(w, inwoner, 'noodtoegang_vragen')
    if (!toegang.ok) return toegang
    const waarom = reden.trim()
    if (waarom.length < MINSTE_REDEN) return geenReden
    const { relaties, band } = toegang.value
    if (band.nood_tot) return looptAl
    if (relaties.includes('eigen') || relaties.includes('team')) return nietNodig
    const id = w.nieuweId()
    const { gemeente, medewerker } = w.actor
    await voegNoodtoegangToe(w.tx, { gemeente, id, inwoner, medewerker, reden: waarom, van: w.nu, tot: new Date(w.nu.getTime() + DUUR_MS) })
    w.noteer({ soort: 'noodtoegang', inwoner, objecten: [{ soort: 'noodtoegang', id }], doel: 'noodtoegang gevraagd', reden: waarom })
    return haalNoodtoegang(w, id)
  })

export async function haalNoodtoegang(w: Werk, id: string): Promise<Result<Noodtoegang, Weigering>> {
  const rij = await leesNoodtoegang(w.tx, w.actor.gemeente, id)
  return rij ? ok(toon(w, rij)) : nietGevonden('Deze noodtoegang', { objecten: [{ soort: 'noodtoegang', id }] })
}

export type Noodlijst = { readonly items: readonly Noodtoegang[]; readonly volgende: string | null }

/** De eigen noodtoegangen; wie erop toeziet, ziet ze alle. */
export const leesNoodtoegangen = (
  dienst: Dienst,
  aanroep: Aanroep,
  { onbeoordeeld, cursor, limiet }: { onbeoordeeld?: boolean | undefined; cursor?: string | undefined; limiet: number },
): Promise<Result<Noodlijst, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisOoit(w, 'noodtoegang_vragen')
    if (!mag.ok) return mag
    const alle = eisInGemeente(w, 'noodtoegang_lezen').ok
    const rijen = await zoekNoodtoegangen(w.tx, w.actor.gemeente, {
      medewerker: alle ? undefined : w.actor.medewerker,
      onbeoordeeld,
      na: cursor,
      hoogstens: limiet + 1,
    })
    const items = rijen.slice(0, limiet)
    w.noteer(
      { soort: 'lezen', objecten: [{ soort: 'noodtoegangen', id: alle ? 'alle' : 'eigen' }], doel: 'noodtoegangen bekijken' },
      ...items.map((r) => ({
        soort: 'lijst' as const,
        inwoner: r.inwoner,
        objecten: [{ soort: 'noodtoegang', id: r.id }],
        doel: 'noodtoegangen bekijken',
      })),
    )
    return ok({ items: items.map((r) => toon(w, r)), volgende: rijen.length > limiet ? (items.at(-1)?.id ?? null) : null })
  })

export type Beoordeling = { readonly oordeel: 'terecht' | 'onterecht'; readonly toelichting: string | null }

export const beoordeelNoodtoegang = (
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  { oordeel, toelichting }: Beoordeling,
): Promise<Result<Noodtoegang, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const ooit = eisOoit(w, 'noodtoegang_beoordelen')
    if (!ooit.ok) return ooit
    const rij = await leesNoodtoegang(w.tx, w.actor.gemeente, id)
    if (!rij) return nietGevonden('Deze noodtoegang', { objecten: [{ soort: 'noodtoegang', id }] })
    const mag = eisInGemeente(w, 'noodtoegang_beoordelen', rij.medewerker)
    if (!mag.ok) return mag
    const uitleg = toelichting?.trim() || null
    if (oordeel === 'onterecht' && uitleg === null) return geenUitleg
    const { gemeente, medewerker } = w.actor
    if (!(await beoordeel(w.tx, { gemeente, id }, { op: w.nu, door: medewerker, oordeel, toelichting: uitleg })))
      return alBeoordeeld(toon(w, rij))
    w.noteer({
      soort: 'noodtoegang',
      inwoner: rij.inwoner,
      objecten: [{ soort: 'noodtoegang', id }],
      doel: `noodtoegang beoordeeld: ${oordeel}`,
      ...(uitleg && { reden: uitleg }),
    })
    return haalNoodtoegang(w, id)
  })

function toon({ actor, nu }: Werk, r: Noodrij): Noodtoegang {
  const mag = magDoen(actor, 'noodtoegang_beoordelen', { gemeente: actor.gemeente, vanWie: r.medewerker })
  return {
    id: r.id,
    versie: r.beoordeeld_op ? 2 : 1,
    inwoner: {
      id: r.inwoner,
      naam: { achternaam: r.achternaam, voorvoegsel: r.voorvoegsel, voornamen: r.voornamen, voorletters: r.voorletters },
    },
    medewerker: { id: r.medewerker, naam: r.medewerkernaam },
    reden: r.reden,
    van: r.van.toISOString(),
    tot: r.tot.toISOString(),
    geldig: r.tot > nu,
    gestopt: r.gestopt_op !== null,
    beoordeling:
      r.oordeel && r.beoordeeld_op
        ? { oordeel: r.oordeel, door: r.beoordelaar, op: r.beoordeeld_op.toISOString(), toelichting: r.toelichting }
        : null,
    magBeoordelen: mag.ok && r.beoordeeld_op === null,
    magStoppen: r.tot > nu && r.medewerker === actor.medewerker,
  }
}

const geenReden = ongeldig([
  {
    code: 'REDEN_ONTBREEKT',
    plaats: '/reden',
    tekst: `Schrijf in minstens ${MINSTE_REDEN} tekens waarom u nu in dit dossier moet zijn. Uw teamleider en de inwoner kunnen het lezen.`,
  },
])
const looptAl = weiger({
  soort: 'botst',
  code: 'NOODTOEGANG_LOOPT',
  tekst: 'U hebt al noodtoegang tot dit dossier.',
  watNu: 'Open het dossier.',
})
const nietNodig = weiger({
  soort: 'regel',
  code: 'NOODTOEGANG_NIET_NODIG',
  tekst: 'U helpt deze inwoner al, of uw team doet dat.',
  watNu: 'Open het dossier; noodtoegang is niet nodig.',
})
const geenUitleg = ongeldig([
  { code: 'TOELICHTING_ONTBREEKT', plaats: '/toelichting', tekst: 'Schrijf op waarom deze toegang niet terecht was.' },
])
const alBeoordeeld = (huidig: Noodtoegang) =>
  weiger({
    soort: 'botst',
    code: 'NOODTOEGANG_BEOORDEELD',
    tekst: 'Deze noodtoegang is al beoordeeld.',
    watNu: 'Herlaad de lijst om het oordeel te zien.',
    huidig,
  })
