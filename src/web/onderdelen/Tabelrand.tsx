import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Rand om een tabel die opzij kan schuiven. Alleen als er iets te schuiven valt, is de rand zelf met de Tab-toets te bereiken. */
export function Tabelrand({ naam, children, klasse }: { naam: string; children: ReactNode; klasse?: string }) {
  const rand = useRef<HTMLElement>(null)
  const [schuift, zet] = useState(false)
  useEffect(() => {
    const vak = rand.current
    if (!vak) return
    const meet = () => zet(vak.scrollWidth > vak.clientWidth + 1)
    const wacht = new ResizeObserver(meet)
    wacht.observe(vak)
    if (vak.firstElementChild) wacht.observe(vak.firstElementChild)
    return () => wacht.disconnect()
  }, [])
  return (
    <section
      ref={rand}
      className={klasse ? `md-tabelrand ${klasse}` : 'md-tabelrand'}
      aria-label={schuift ? `${naam}, schuift opzij` : undefined}
      role={schuift ? 'region' : 'presentation'}
      // Zonder muis is schuiven alleen zo mogelijk.
      tabIndex={schuift ? 0 : undefined}
    >
      {children}
    </section>
  )
}
