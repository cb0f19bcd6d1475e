import { type RefObject, useEffect, useRef } from 'react'

/**
 * Een vak dat ter plekke van inhoud wisselt (lezen wordt een formulier, en terug): de focus gaat dan naar zijn kop. Zonder dat staat zij
 * nergens meer, of blijft wat er verscheen buiten beeld. De eerste keer tekenen telt niet als wissel.
 */
export function gebruikVakfocus<E extends HTMLElement>(inhoud: string): RefObject<E | null> {
  const vak = useRef<E>(null)
  const vorige = useRef(inhoud)
  useEffect(() => {
    if (vorige.current === inhoud) return
    vorige.current = inhoud
    const doel = vak.current?.querySelector<HTMLElement>('h2, h3') ?? vak.current
    if (!doel) return
    doel.tabIndex = -1
    doel.focus()
  }, [inhoud])
  return vak
}
