/** Na een handeling die haar eigen knop weghaalt: de focus naar de kop van het scherm of van een deel, anders staat zij nergens meer. */
export function naarKop(deel?: string): void {
  const kop = deel === undefined ? document.querySelector<HTMLElement>('main h1') : document.getElementById(deel)
  if (!kop) return
  kop.tabIndex = -1
  kop.focus()
}
