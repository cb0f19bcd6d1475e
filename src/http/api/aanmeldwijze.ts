/** Hoe mensen zich aanmelden: bij een uitgever van OpenID Connect, of met een knop per rol in de proefomgeving. */
import type { Uitgever } from '#actions/aanmelden/oidc.ts'

export type Aanmeldwijze = {
  /** Alleen op de eigen computer, en alleen als er geen uitgever is ingesteld. */
  readonly proef: boolean
  /** Cookies alleen over https. */
  readonly veilig: boolean
  /** De uitgever, met het adres van Meedoen waarheen hij terugstuurt. */
  readonly oidc?: { readonly uitgever: Uitgever; readonly adres: string } | undefined
}
