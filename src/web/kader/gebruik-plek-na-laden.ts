import { useEffect, useLayoutEffect, useRef } from 'react'
import { type Location, useLocation } from 'react-router'

const BEWAARD = 'meedoen.plek'
const ZELF = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/** De router noemt elk eerste scherm van een bezoek hetzelfde; het pad erbij houdt ze uit elkaar. */
export const plekSleutel = ({ key, pathname }: Pick<Location, 'key' | 'pathname'>): string => `${key} ${pathname}`

/**
 * Wie een adres intikt of een koppeling van buiten volgt, begint vooraan. Wie herlaadt of terugkomt van buiten, komt waar hij was: de
 * router zet de plek meteen, maar dan laadt het scherm nog en is het te kort; hier gebeurt het zodra het lang genoeg is. Niet meer als
 * iemand intussen zelf schuift, klikt of typt, of naar een ander scherm gaat.
 */
export function gebruikPlekNaLaden(): void {
  const sleutel = plekSleutel(useLocation())
  const nu = useRef(sleutel)
  nu.current = sleutel
  const eerste = useRef(true)
  useEffect(() => {
    const bewaar = () => sessionStorage.setItem(BEWAARD, JSON.stringify({ sleutel: nu.current, y: window.scrollY }))
    window.addEventListener('pagehide', bewaar)
    return () => window.removeEventListener('pagehide', bewaar)
  }, [])
  useLayoutEffect(() => {
    const y = neemPlek(sleutel)
    const isNieuw = eerste.current && nieuwBezoek()
    eerste.current = false
    if (isNieuw) {
      if (location.hash === '') window.scrollTo(0, 0)
      return undefined
    }
    return y > 0 ? zetZodraHetKan(y) : undefined
  }, [sleutel])
}

function nieuwBezoek(): boolean {
  const [bezoek] = performance.getEntriesByType('navigation')
  return (bezoek as PerformanceNavigationTiming | undefined)?.type === 'navigate'
}

/** Eén keer: daarna is zij gebruikt. */
function neemPlek(sleutel: string): number {
  try {
    const plek: unknown = JSON.parse(sessionStorage.getItem(BEWAARD) ?? 'null')
    sessionStorage.removeItem(BEWAARD)
    return plek !== null && typeof plek === 'object' && 'sleutel' in plek && 'y' in plek && plek.sleutel === sleutel ? Number(plek.y) : 0
  } catch {
    return 0
  }
}

function zetZodraHetKan(y: number): () => void {
  const groei = new ResizeObserver(() => {
    if (document.documentElement.scrollHeight - window.innerHeight < y) return
    klaar()
    window.scrollTo(0, y)
  })
  const klaar = () => {
    groei.disconnect()
    for (const soort of ZELF) window.removeEventListener(soort, klaar)
  }
  for (const soort of ZELF) window.addEventListener(soort, klaar, { passive: true })
  groei.observe(document.body)
  return klaar
}
