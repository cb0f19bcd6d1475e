/** Werk aan wat in het berichtenverkeer mis ging: wat men ermee kan doen, gegeven hoe het ervoor staat. */
import { fout, ok, type Result } from '#core/base/result.ts'

export const uitvalsoorten = {
  afgewezen: 'Bericht afgekeurd',
  dubbel_toegewezen: 'Dubbel toegewezen',
  schema: 'Onleesbaar bestand',
  vreemd: 'Niet voor ons',
  onbekend_antwoord: 'Antwoord zonder bericht',
  antwoord_klopt_niet: 'Antwoord klopt niet',
  dubbel_nummer: 'Dubbel nummer',
  uitgave: 'Uitgave geldt niet',
  niet_bezorgd: 'Niet bezorgd',
  foutverslag: 'Foutverslag van de ander',
} as const
export type Uitvalsoort = keyof typeof uitvalsoorten

export const uitvalstappen = {
  opgepakt: 'Opgepakt',
  overgedragen: 'Overgedragen',
  losgelaten: 'Teruggelegd',
  gesloten: 'Afgehandeld',
  heropend: 'Heropend',
  opmerking: 'Opmerking',
} as const
export type Stapsoort = keyof typeof uitvalstappen

export type Uitvalstand = { readonly stand: 'open' | 'klaar'; readonly behandelaar: string | null }
export type Stap = { readonly soort: Stapsoort; readonly naar: string | null; readonly toelichting: string | null }
export type Stapweigering = {
  readonly code: 'UITVAL_AL_KLAAR' | 'UITVAL_NOG_OPEN' | 'UITVAL_AL_VAN' | 'TOELICHTING_ONTBREEKT' | 'COLLEGA_ONTBREEKT'
  /** Het veld waar het aan ligt; leeg als het aan de stand ligt. */
  readonly plaats: '' | '/toelichting' | '/naar'
  readonly tekst: string
}

const weiger = (code: Stapweigering['code'], plaats: Stapweigering['plaats'], tekst: string) => fout<Stapweigering>({ code, plaats, tekst })

/** Hoe de uitval er na deze stap voor staat, of waarom de stap nu niet kan. */
export function zetStap(nu: Uitvalstand, stap: Stap, ik: string): Result<Uitvalstand, Stapweigering> {
  if (stap.soort === 'opmerking') return stap.toelichting === null ? zonderToelichting('Schrijf uw opmerking op.') : ok(nu)
  if (stap.soort === 'heropend')
    return nu.stand === 'klaar' ? ok({ ...nu, stand: 'open' }) : weiger('UITVAL_NOG_OPEN', '', 'Deze uitval staat nog open.')
  if (nu.stand === 'klaar') return weiger('UITVAL_AL_KLAAR', '', 'Deze uitval is al afgehandeld.')
  switch (stap.soort) {
    case 'opgepakt':
      return nu.behandelaar === ik ? weiger('UITVAL_AL_VAN', '', 'U bent hier al mee bezig.') : ok({ ...nu, behandelaar: ik })
    case 'overgedragen':
      if (stap.naar === null) return weiger('COLLEGA_ONTBREEKT', '/naar', 'Kies een collega van de administratie.')
      return nu.behandelaar === stap.naar
        ? weiger('UITVAL_AL_VAN', '/naar', 'Deze collega is hier al mee bezig.')
        : ok({ ...nu, behandelaar: stap.naar })
    case 'losgelaten':
      return nu.behandelaar === null ? weiger('UITVAL_AL_VAN', '', 'Niemand is hiermee bezig.') : ok({ ...nu, behandelaar: null })
    case 'gesloten':
      return stap.toelichting === null
        ? zonderToelichting('Schrijf op wat er gedaan is, voor wie dit later terugleest.')
        : ok({ ...nu, stand: 'klaar' })
  }
}

const zonderToelichting = (tekst: string) => weiger('TOELICHTING_ONTBREEKT', '/toelichting', tekst)
