/** Na een handeling die haar eigen knop weghaalt: de focus naar de kop van het scherm, anders staat zij nergens meer. */
export function naarKop(): void {
  document.querySelector<HTMLElement>('main h1')?.focus()
}
