import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'

/** Of een fragment gegevens draagt; een gewoon anker (`#inhoud`) niet. */
export function draagtGegevens(fragment: string): boolean {
  return fragment.replace(/^#/, '').includes('=')
}

/** Opent een gedeelde link één keer en haalt haar daarna uit het adres: herladen mag latere wijzigingen niet overschrijven. */
export function gebruikLink(open: (fragment: string) => void): void {
  const { hash, pathname } = useLocation()
  const naar = useNavigate()
  const laatste = useRef(open)
  laatste.current = open
  useEffect(() => {
    if (!draagtGegevens(hash)) return
    laatste.current(hash)
    void naar(pathname, { replace: true, preventScrollReset: true })
  }, [hash, pathname, naar])
}
