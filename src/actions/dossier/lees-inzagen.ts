/** Wie keek er in dit dossier, leesbaar voor wie het aan de inwoner moet vertellen. Ook dit kijken staat in het logboek. */
import { ok, type Result } from '#core/base/result.ts'
import { parseTijdstip } from '#core/base/tijdstip.ts'
import { parseUuid } from '#core/base/uuid.ts'
import { type Inzagerij, leesInzagen as leesRijen } from '#storage/inzagen.ts'
import type { Auditsoort } from '#storage/logboek.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'
import { eisToegang } from './toegang.ts'

export type Inzage = {
  readonly id: string
  readonly op: string
  readonly wie: string
  readonly rol: string
  /** Wat er gebeurde, in woorden. */
  readonly wat: string
  readonly geweigerd: boolean
  readonly doel: string
  readonly reden: string | null
}
export type Inzagen = { readonly items: readonly Inzage[]; readonly volgende: string | null }
type Vraag = { readonly ookLijsten: boolean; readonly cursor?: string | undefined; readonly limiet: number }

export const leesInzagen = (dienst: Dienst, aanroep: Aanroep, inwoner: string, vraag: Vraag): Promise<Result<Inzagen, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const toegang = await eisToegang(w, inwoner, 'wie_keek_lezen')
    if (!toegang.ok) return toegang
    const na = vraag.cursor === undefined ? undefined : leesCursor(vraag.cursor)
    if (na === null)
      return ongeldig([{ code: 'CURSOR_ONGELDIG', plaats: '/cursor', tekst: 'Deze wijzer komt niet uit een lijst. Begin vooraan.' }])
    const rijen = await leesRijen(w.tx, w.actor.gemeente, inwoner, { ookLijsten: vraag.ookLijsten, na, hoogstens: vraag.limiet + 1 })
    const items = rijen.slice(0, vraag.limiet)
    const laatste = rijen.length > vraag.limiet ? items.at(-1) : undefined
    w.noteer({ soort: 'loglezen', inwoner, objecten: [{ soort: 'inwoner', id: inwoner }], doel: 'zien wie dit dossier bekeek' })
    return ok({ items: items.map(toon), volgende: laatste ? `${laatste.tijdstip.toISOString()}~${laatste.id}` : null })
  })

function leesCursor(ruw: string): { tijdstip: Date; id: string } | null {
  const [op, rest] = ruw.split('~')
  const [tijdstip, id] = [parseTijdstip(op), parseUuid(rest)]
  return tijdstip && id ? { tijdstip: new Date(tijdstip), id } : null
}

/** Wat er gebeurde, in woorden. */
export const auditwoorden: Record<Auditsoort, string> = {
  lezen: 'Bekeken',
  lijst: 'In een lijst gezien',
  zoeken: 'Gezocht',
  aanmaken: 'Toegevoegd',
  wijzigen: 'Gewijzigd',
  afdrukken: 'Afgedrukt',
  exporteren: 'Meegenomen in een bestand',
  geweigerd: 'Geprobeerd, niet toegestaan',
  noodtoegang: 'Noodtoegang',
  loglezen: 'Bekeken wie er keek',
  aanmelden: 'Aangemeld',
  afmelden: 'Afgemeld',
  bsn_getoond: 'Burgerservicenummer bekeken',
  controleren: 'Logboek nagekeken',
}

const toon = (r: Inzagerij): Inzage => ({
  id: r.id,
  op: r.tijdstip.toISOString(),
  wie: r.naam === null ? 'Het programma' : r.teamnaam === null ? r.naam : `${r.naam}, ${r.teamnaam}`,
  rol: r.rollen.split(',').join(', '),
  wat: auditwoorden[r.soort],
  geweigerd: r.uitkomst === 'geweigerd',
  doel: r.doel,
  reden: r.reden,
})
