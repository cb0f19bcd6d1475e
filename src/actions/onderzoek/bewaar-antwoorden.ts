/** Antwoorden bewaren: alles of niets, alleen toevoegen, en nooit ongemerkt over het werk van een collega heen. */
import { ok, type Result } from '#core/base/result.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import { type Antwoordrij, bewaarAntwoordrijen, leesAntwoordrijen } from '#storage/antwoorden.ts'
import { leesBezoeken } from '#storage/bezoeken.ts'
import { leesMedewerkernamen } from '#storage/namen.ts'
import { wijzigOnderzoek } from '#storage/onderzoeken.ts'
import { inhoudhash } from '../dossier/inhoudhash.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import { type Antwoordbeeld, geldendeAntwoorden, toonAntwoord } from './antwoord.ts'
import { leesAntwoordopgave } from './lees-antwoordopgave.ts'
import { DOEL_ONDERZOEK, eisVersie, openOmTeWijzigen } from './open-onderzoek.ts'

export type BewaardeAntwoorden = { readonly versie: number; readonly bewaardOp: string; readonly antwoorden: readonly Antwoordbeeld[] }

/** Wat er nu staat, voor wie te laat was; `sindsUwVersie` zijn de antwoorden die intussen veranderden. */
export type Antwoordstand = {
  readonly versie: number
  readonly antwoorden: readonly Antwoordbeeld[]
  readonly sindsUwVersie: readonly Antwoordbeeld[]
}

type Vraag = { readonly onderzoek: string; readonly versie: number; readonly opgave: unknown }

export function bewaarAntwoordenBij(dienst: Dienst, aanroep: Aanroep, vraag: Vraag): Promise<Result<BewaardeAntwoorden, Weigering>> {
  return handel<BewaardeAntwoorden>(dienst, aanroep, async (w) => {
    const { tx, actor, nu } = w
    const { gemeente, medewerker, naam } = actor
    const open = await openOmTeWijzigen(w, vraag.onderzoek, 'onderzoek_schrijven', 'antwoorden')
    if (!open.ok) return open
    const { rij, catalogus, keuze } = open.value
    const eerder = await leesAntwoordrijen(tx, gemeente, rij.id)
    const bij = await eisVersie(
      rij,
      vraag.versie,
      async () => naamVan(w, rij.gewijzigd_door),
      () => stand(w, rij.versie, vraag.versie, geldendeAntwoorden(eerder)),
    )
    if (!bij.ok) return bij
    const bezoeken = await leesBezoeken(tx, gemeente, rij.id)
    const gelezen = leesAntwoordopgave({ catalogus, keuze, rijen: eerder, bezoeken, vandaag: dienst.vandaag() }, vraag.opgave)
    if (!gelezen.ok) return ongeldig(gelezen.fout)
    const versie = await wijzigOnderzoek(tx, rij, { gewijzigd_op: nu, gewijzigd_door: medewerker })
    const laatste = eerder.at(-1)?.volgnummer ?? 0
    const rijen = gelezen.value.map(
      (a, i): Antwoordrij => ({
        gemeente,
        id: w.nieuweId(),
        onderzoek: rij.id,
        inwoner: rij.inwoner,
        volgnummer: laatste + i + 1,
        versie,
        ...a,
        waarde: a.waarde as Json,
        gegeven_op: nu,
        gegeven_door: medewerker,
      }),
    )
    await bewaarAntwoordrijen(tx, rijen)
    w.noteer({
      soort: 'wijzigen',
      objecten: [{ soort: 'onderzoek', id: rij.id, versie }, ...rijen.map((r) => ({ soort: 'antwoord', id: r.id }))],
      inwoner: rij.inwoner,
      zaak: rij.zaak,
      doel: DOEL_ONDERZOEK,
      hashNa: inhoudhash(gelezen.value),
    })
    const namen = new Map([[medewerker, naam]])
    return ok({ versie, bewaardOp: nu.toISOString(), antwoorden: rijen.map((r) => toonAntwoord(r, namen)) })
  })
}

async function stand(w: Werk, versie: number, gezien: number, huidig: readonly Antwoordrij[]): Promise<Antwoordstand> {
  const namen = await leesMedewerkernamen(
    w.tx,

    huidig.map((r) => r.gegeven_door),
  )
  const antwoorden = huidig.map((r) => toonAntwoord(r, namen))
  return { versie, antwoorden, sindsUwVersie: antwoorden.filter((a) => a.versie > gezien) }
}

export async function naamVan({ tx, actor }: Werk, medewerker: string): Promise<string> {
  if (medewerker === actor.medewerker) return actor.naam
  return (await leesMedewerkernamen(tx, [medewerker])).get(medewerker) ?? 'Een collega'
}
