/** Mijn werk: wat vandaag aandacht vraagt, in vier blokken. Alles met vaste vragen over de hele verzameling, nooit één per zaak. */
import { ok, type Result } from '#core/base/result.ts'
import type { Gebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { type Blok, blokken, deelIn, type Werkregel, type Werkzaak } from '#core/dossier/werkvoorraad.ts'
import { leesAfspraken, leesPlangebeurtenissen } from '#storage/gebeurtenissen.ts'
import { zoekZaken, type Zaakrij, type Zaakvraag } from '#storage/zaken.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { verzoekenPerInwoner, verzoekenVoorWerk, type Werkverzoeken } from '../berichten/verzoek/lees-verzoeken.ts'
import { eisInGemeente } from './toegang.ts'
import { alsWerkzaak, toonZaakkop, type Zaakkop, type Zaakstap } from './zaakbeeld.ts'
import { signalenPerInwoner, signalenVoorWerk, type Werksignaal } from './wlzsignalen.ts'
import { perInwoner } from './zoek-zaken.ts'

export type Werkitem = Zaakkop & { readonly nu: Zaakstap }
export type Werkblok = { readonly aantal: number; readonly items: readonly Werkitem[] }
export type Werkvoorraadbeeld = {
  readonly blokken: Readonly<Record<Blok, Werkblok>>
  /** Wat het langst speelt; de hele lijst staat op zichzelf. */
  readonly signalen: { readonly aantal: number; readonly items: readonly Werksignaal[] }
  readonly verzoeken: Werkverzoeken
  readonly afgekapt: boolean
}

/** Meer dan dit overziet niemand op een dag; het scherm zegt dat er meer is en verwijst naar de lijst. */
const MEESTE_ZAKEN = 1000
const PER_BLOK = 25

export const leesWerkvoorraad = (dienst: Dienst, aanroep: Aanroep, van: 'ik' | 'team'): Promise<Result<Werkvoorraadbeeld, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'werkvoorraad_lezen')
    if (!mag.ok) return mag
    const rijen = await haalZaken(w, van)
    const ingedeeld = deelIn(await alsWerk(w, rijen), dienst.vandaag())
    const signalen = await signalenVoorWerk(w, van)
    const verzoeken = await verzoekenVoorWerk(w, van)
    const getoond = blokken.flatMap((b) => ingedeeld[b].slice(0, PER_BLOK))
    w.noteer(
      { soort: 'lezen', objecten: [{ soort: 'werkvoorraad', id: van }], doel: 'eigen werk bekijken' },
      ...perInwoner(
        getoond.map((r) => r.zaak.rij),
        'eigen werk bekijken',
      ),
      ...signalenPerInwoner(signalen.slice(0, PER_BLOK), 'eigen werk bekijken'),
      ...verzoekenPerInwoner(verzoeken.items, 'eigen werk bekijken'),
    )
    const blok = (b: Blok): Werkblok => ({ aantal: ingedeeld[b].length, items: ingedeeld[b].slice(0, PER_BLOK).map(toon) })
    return ok({
      blokken: Object.fromEntries(blokken.map((b) => [b, blok(b)])) as Record<Blok, Werkblok>,
      signalen: { aantal: signalen.length, items: signalen.slice(0, PER_BLOK) },
      verzoeken,
      afgekapt: rijen.length >= MEESTE_ZAKEN,
    })
  })

/** Van mij en wat in mijn team nog niemand heeft; of alles van mijn team. */
async function haalZaken({ tx, actor }: Werk, van: 'ik' | 'team'): Promise<Zaakrij[]> {
  const zoek = (vraag: Omit<Zaakvraag, 'hoogstens'>) => zoekZaken(tx, actor.gemeente, { ...vraag, hoogstens: MEESTE_ZAKEN })
  if (van === 'team') return actor.team === null ? [] : zoek({ team: actor.team })
  const mijn = await zoek({ behandelaar: actor.medewerker })
  return actor.team === null ? mijn : [...mijn, ...(await zoek({ team: actor.team, zonderBehandelaar: true }))]
}

async function alsWerk({ tx, actor, dienst }: Werk, rijen: readonly Zaakrij[]) {
  const ids = rijen.map((r) => r.id)
  const feiten = new Map<string, Gebeurtenis[]>(ids.map((id) => [id, []]))
  for (const feit of await leesPlangebeurtenissen(tx, actor.gemeente, ids)) feiten.get(feit.zaak)?.push(feit)
  const afspraken = await leesAfspraken(tx, actor.gemeente, ids, dienst.vandaag())
  return rijen.map((r) => alsWerkzaak(r, feiten.get(r.id) ?? [], afspraken.get(r.id) ?? null))
}

function toon({ zaak, blok: _, ...nu }: Werkregel<Werkzaak & { rij: Zaakrij }>): Werkitem {
  return { ...toonZaakkop(zaak.rij), nu }
}
