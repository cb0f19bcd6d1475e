import type { ReactNode } from 'react'
import { Icoon } from './Icoon.tsx'

/** Uitklapbaar stuk. Bij het afdrukken staat het open (zie `afdruk.css`). */
export function Uitklap({
  kop,
  children,
  open,
  opWissel,
  klasse,
}: {
  kop: ReactNode
  children: ReactNode
  open?: boolean
  opWissel?: (open: boolean) => void
  klasse?: string
}) {
  return (
    <details className={klasse ? `md-uitklap ${klasse}` : 'md-uitklap'} open={open} onToggle={(e) => opWissel?.(e.currentTarget.open)}>
      <summary>
        <Icoon naam="rechts" />
        <span>{kop}</span>
      </summary>
      <div className="md-uitklap__inhoud">{children}</div>
    </details>
  )
}
