/**
 * Een BSN staat nooit in wat de server stuurt: een formulier kan niet zien of een collega het intussen zette of verving. Wie er zelf een
 * invulde kiest daarom altijd als er intussen iets gewijzigd is en er een BSN staat; anders ging dat van de collega stil verloren.
 */
import type { Inwonerantwoord } from '#http/api/dossier/vormen.ts'
import { Probleem } from '../api/probleem.ts'
import { bekendBsn, type Inwonerwaarden, naarFormulier } from './inwonerformulier.ts'

export type Botsend = Inwonerantwoord & { readonly vuldeBsnIn?: boolean }

/** Onthoudt bij een weigering dat er een BSN is ingevuld. */
export const bewaakBsn = (p: Probleem, w: Inwonerwaarden): Probleem =>
  p.status === 412 && w.bsn.trim() !== '' ? new Probleem({ ...p, huidig: { ...(p.huidig as Inwonerantwoord), vuldeBsnIn: true } }) : p

/** Hoe het er nu staat, naast wat er is ingevuld. */
export const naastElkaar = (huidig: Botsend): Inwonerwaarden => ({
  ...naarFormulier(huidig),
  bsn: huidig.vuldeBsnIn && huidig.bsn.aanwezig ? bekendBsn : '',
})

/** Koos men het nummer dat er staat, dan blijft het veld leeg: zo wijzigt bewaren het niet. */
export const laatBsnStaan = (w: Inwonerwaarden): Inwonerwaarden => (w.bsn === bekendBsn ? { ...w, bsn: '' } : w)
