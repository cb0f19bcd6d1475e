/** Hoe mensen zich aanmelden: bij een uitgever van OpenID Connect, of met een knop per rol in de proefomgeving. */
export type Aanmeldwijze = {
  /** Alleen op de eigen computer, en alleen als er geen uitgever is ingesteld. */
  readonly proef: boolean
  /** Cookies alleen over https. */
  readonly veilig: boolean
}
