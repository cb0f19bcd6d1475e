/**
 * Wat deze pagina van de sessie weet buiten React om: het CSRF-teken, wie er is aangemeld, en of de sessie onderweg verloren ging.
 * De sessie zelf staat in een cookie die script niet kan lezen.
 */
import { useSyncExternalStore } from 'react'
import { isVoorRollen, type Rol } from '#core/dossier/rechtentabel.ts'

/** Wie er is aangemeld; `verloren` betekent: er was een sessie en de server kent haar niet meer. */
export type Aanmelding =
  | { readonly stand: 'onbekend' | 'geen' }
  | { readonly stand: 'er' | 'verloren'; readonly medewerker: string; readonly gemeente: string; readonly csrf: string }

let huidig: Aanmelding = { stand: 'onbekend' }
const luisteraars = new Set<() => void>()

function zet(nieuw: Aanmelding): void {
  huidig = nieuw
  for (const l of luisteraars) l()
}

export const aanmelding = (): Aanmelding => huidig
export const meldAangemeld = (wie: { medewerker: string; gemeente: string; csrf: string }): void => zet({ stand: 'er', ...wie })
export const meldGeenSessie = (): void => zet({ stand: 'geen' })

/** De server kent de sessie niet meer. Zonder eerdere sessie is er niets verloren. */
export function meldVerloren(): void {
  if (huidig.stand === 'er') zet({ ...huidig, stand: 'verloren' })
}

/** Het teken dat bij elk wijzigend verzoek hoort, als er een sessie is. */
export const csrfTeken = (): string | null => (huidig.stand === 'er' || huidig.stand === 'verloren' ? huidig.csrf : null)

/** Deel van een bewaarplek dat bij deze medewerker hoort, zodat een ander op dezelfde computer niets terugziet. */
export const eigenaar = (): string =>
  huidig.stand === 'er' || huidig.stand === 'verloren' ? `${huidig.gemeente}.${huidig.medewerker}` : 'niemand'

const abonneer = (l: () => void) => {
  luisteraars.add(l)
  return () => luisteraars.delete(l)
}
export const gebruikAanmelding = (): Aanmelding => useSyncExternalStore(abonneer, () => huidig)

/** De server zet haar bij het aanmelden, dus vóór het eerste beeld; het scherm houdt haar bij. */
const koekje = 'meedoen_aangemeld'

/**
 * Of het zin heeft om naar een sessie te vragen, en zo ja of het een proefomgeving was: dan staat de band er meteen en verspringt er
 * niets. Wie alleen het productboek leest, hoeft de server niets te vragen over wie hij is. Een sessiecookie zonder inhoud: zij
 * verdwijnt tegelijk met de echte, als de browser sluit.
 */
export function leesAanwijzing(): 'geen' | 'ja' | 'proef' {
  const [soort] = koekjewaarde()
  return soort === undefined ? 'geen' : soort === 'proef' ? 'proef' : 'ja'
}
/** Of er straks een veld komt om inwoners te zoeken; op een telefoon is dat een eigen regel. Onbekend is ja. */
export const verwachtZoekveld = (): boolean => koekjewaarde()[1] !== 'zonder-zoekveld'

const koekjewaarde = (): string[] =>
  document.cookie
    .split('; ')
    .find((c) => c.startsWith(`${koekje}=`))
    ?.slice(koekje.length + 1)
    .split('.') ?? []

export function onthoudSessie({ demo, rollen }: { readonly demo: boolean; readonly rollen: readonly Rol[] }): void {
  onthoud(`${demo ? 'proef' : 'ja'}${isVoorRollen('inwoner_zoeken', rollen) ? '' : '.zonder-zoekveld'}`)
}
export const vergeetSessie = (): void => onthoud(null)

function onthoud(soort: string | null): void {
  // biome-ignore lint/suspicious/noDocumentCookie: CookieStore bestaat niet in elke browser, en niet zonder https.
  document.cookie = soort === null ? `${koekje}=; path=/; SameSite=Lax; max-age=0` : `${koekje}=${soort}; path=/; SameSite=Lax`
}
