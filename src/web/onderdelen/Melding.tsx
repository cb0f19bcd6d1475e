import type { ReactNode } from 'react'
import { Icoon } from './Icoon.tsx'

export type Meldingsoort = 'info' | 'waarschuwing' | 'fout' | 'succes'
const vormen = {
  info: { klasse: 'info', woord: 'Ter informatie' },
  waarschuwing: { klasse: 'warning', woord: 'Let op' },
  fout: { klasse: 'error', woord: 'Dit kan niet' },
  succes: { klasse: 'ok', woord: 'In orde' },
} as const

type MeldingProps = {
  soort: Meldingsoort
  /** Het woord bij het icoon; standaard "Ter informatie", "Let op", "Dit kan niet" of "In orde". */
  woord?: string
  titel?: ReactNode
  children?: ReactNode
  /** Laat een schermlezer de melding voorlezen zodra zij verschijnt. */
  voorlezen?: boolean
  compact?: boolean
}

/** Melding met kleur, icoon én woord. */
export function Melding({ soort, woord, titel, children, voorlezen, compact }: MeldingProps) {
  const vorm = vormen[soort]
  return (
    <div
      className={`utrecht-alert utrecht-alert--${vorm.klasse} md-melding${compact ? ' md-melding--compact' : ''}`}
      role={voorlezen ? (soort === 'fout' ? 'alert' : 'status') : undefined}
    >
      <span className={`md-melding__icoon md-melding__icoon--${soort}`}>
        <Icoon naam={soort} groot={!compact} />
      </span>
      <div className="md-melding__tekst">
        <strong className={`md-melding__woord md-melding__woord--${soort}`}>{woord ?? vorm.woord}</strong>
        {titel && <strong className="md-melding__titel">{titel}</strong>}
        {children && <div>{children}</div>}
      </div>
    </div>
  )
}
