/** Wat er mis is als zin. Een regel zegt hoe het hoort; ervoor staat dan dat het bericht daar niet aan voldoet. */
export const misTekst = ({ regel, tekst }: { readonly regel: string | null; readonly tekst: string }): string =>
  regel === null ? tekst : `Voldoet niet aan: “${tekst.replace(/\.$/, '')}”`
