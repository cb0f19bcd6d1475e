/**
 * Aanmelden bij een uitgever van OpenID Connect: code flow met PKCE (S256), state en nonce. Wat de uitgever over zichzelf zegt
 * wordt een uur onthouden; is hij daarna even weg, dan geldt wat we wisten.
 */
import * as oidc from 'openid-client'
import { ok, type Result } from '#core/base/result.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'

export type Uitgeverinstelling = {
  readonly uitgever: string
  readonly clientId: string
  readonly geheim: string | undefined
  /** Het adres van Meedoen zoals mensen het zien. */
  readonly adres: string
}

/** Wat de browser bewaart tussen vertrek en terugkeer. */
export type Vertrek = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly naar: string }

/** Wie de uitgever zegt dat dit is. `email` alleen als de uitgever haar heeft nagegaan. */
export type Persoon = {
  readonly uitgever: string
  readonly onderwerp: string
  readonly naam: string | null
  readonly email: string | null
}

export type Uitgever = {
  begin(naar: string): Promise<Result<{ url: string; vertrek: Vertrek }, Weigering>>
  /** `terug` is het hele adres waarmee de browser terugkwam. */
  rondAf(terug: URL, vertrek: Vertrek): Promise<Result<Persoon, Weigering>>
  /** Waar men zich ook bij de uitgever afmeldt; null als hij dat niet kent. */
  afmeldadres(): Promise<string | null>
}

export const TERUG = '/aanmelden/terug'
const GELDIG_MS = 60 * 60_000
const GEDULD_S = 8

export function maakUitgever(instelling: Uitgeverinstelling, nu: () => Date): Uitgever {
  const bekend = onthoud(() => ontdek(instelling), nu)
  const redirect_uri = instelling.adres + TERUG
  return {
    begin: (naar) =>
      metUitgever(bekend, async (config) => {
        const vertrek = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), naar }
        const url = oidc.buildAuthorizationUrl(config, {
          redirect_uri,
          scope: 'openid profile email',
          state: vertrek.state,
          nonce: vertrek.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(vertrek.verifier),
          code_challenge_method: 'S256',
        })
        return ok({ url: url.href, vertrek })
      }),
    rondAf: (terug, vertrek) => metUitgever(bekend, async (config) => ok(await wissel(config, instelling.uitgever, terug, vertrek))),
    async afmeldadres() {
      const config = await bekend().catch(() => null)
      if (!config?.serverMetadata().end_session_endpoint) return null
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: `${instelling.adres}/` }).href
    },
  }
}

function ontdek({ uitgever, clientId, geheim }: Uitgeverinstelling): Promise<oidc.Configuration> {
  const url = new URL(uitgever)
  // De configuratie laat http alleen op de eigen computer toe.
  const open = url.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  return oidc.discovery(url, clientId, undefined, geheim ? oidc.ClientSecretPost(geheim) : oidc.None(), {
    timeout: GEDULD_S,
    // Ook over TLS de handtekening van het ID-token nagaan.
    execute: [...open, oidc.enableNonRepudiationChecks],
  })
}

/** Eén antwoord voor iedereen die tegelijk vraagt; een mislukking wordt nooit onthouden. */
function onthoud(haal: () => Promise<oidc.Configuration>, nu: () => Date): () => Promise<oidc.Configuration> {
  let laatste: { config: oidc.Configuration; op: number } | undefined
  let bezig: Promise<oidc.Configuration> | undefined
  const ververs = async () => {
    try {
      const config = await haal().catch(() => haal())
      laatste = { config, op: nu().getTime() }
      return config
    } catch (f) {
      if (laatste) return laatste.config
      throw f
    } finally {
      bezig = undefined
    }
  }
  return async () => {
    if (laatste && Math.abs(nu().getTime() - laatste.op) < GELDIG_MS) return laatste.config
    return (bezig ??= ververs())
  }
}

async function wissel(config: oidc.Configuration, uitgever: string, terug: URL, vertrek: Vertrek): Promise<Persoon> {
  const tokens = await oidc.authorizationCodeGrant(config, terug, {
    pkceCodeVerifier: vertrek.verifier,
    expectedState: vertrek.state,
    expectedNonce: vertrek.nonce,
    idTokenExpected: true,
  })
  const { sub, ...claims } = tokens.claims() as oidc.IDToken
  const meer =
    claims.email === undefined && config.serverMetadata().userinfo_endpoint
      ? await oidc.fetchUserInfo(config, tokens.access_token, sub)
      : { ...claims, sub }
  const tekst = (waarde: unknown) => (typeof waarde === 'string' && waarde.trim() !== '' ? waarde.trim().slice(0, 200) : null)
  return {
    uitgever,
    onderwerp: sub,
    naam: tekst(meer.name) ?? tekst(claims.name),
    email: meer.email_verified === true ? tekst(meer.email) : null,
  }
}

async function metUitgever<T>(
  bekend: () => Promise<oidc.Configuration>,
  doe: (config: oidc.Configuration) => Promise<Result<T, Weigering>>,
): Promise<Result<T, Weigering>> {
  let config: oidc.Configuration
  try {
    config = await bekend()
  } catch {
    return uitgeverWeg
  }
  try {
    return await doe(config)
  } catch (f) {
    return weigerBij(f as Error & { code?: string; error?: string })
  }
}

/** Van een fout van de uitgever naar wat iemand kan doen. Wat hier niet bij staat is een fout van ons en gaat door naar de rand. */
function weigerBij(f: Error & { code?: string; error?: string }): Result<never, Weigering> {
  if (f instanceof oidc.AuthorizationResponseError) return f.error === 'access_denied' ? afgebroken : mislukt
  if (f instanceof oidc.ResponseBodyError || f instanceof oidc.WWWAuthenticateChallengeError) return mislukt
  if (f.code === 'OAUTH_TIMEOUT' || f.code === 'OAUTH_ABORT') return uitgeverWeg
  if (f instanceof TypeError && (f.message === 'fetch failed' || f.cause !== undefined)) return uitgeverWeg
  if (f instanceof oidc.ClientError) return f.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' ? uitgeverWeg : mislukt
  throw f
}

const opnieuw = 'Begin opnieuw met aanmelden.'
export const verlopen = weiger({
  soort: 'ongeldig',
  code: 'AANMELDEN_VERLOPEN',
  tekst: 'Deze aanmelding is verlopen, of begon in een andere browser.',
  watNu: opnieuw,
})
const mislukt = weiger({
  soort: 'ongeldig',
  code: 'AANMELDEN_MISLUKT',
  tekst: 'Het antwoord van de aanmelddienst klopt niet, dus we laten u niet binnen.',
  watNu: `${opnieuw} Blijft het misgaan, geef dan het nummer hieronder door aan uw beheerder.`,
})
const afgebroken = weiger({
  soort: 'ongeldig',
  code: 'AANMELDEN_AFGEBROKEN',
  tekst: 'U bent niet aangemeld: bij de aanmelddienst is het afgebroken of geweigerd.',
  watNu: `${opnieuw} Krijgt u daar geen toegang, vraag het dan aan de helpdesk van uw organisatie.`,
})
const uitgeverWeg = weiger({
  soort: 'even_weg',
  code: 'AANMELDDIENST_WEG',
  tekst: 'De aanmelddienst van uw organisatie antwoordt nu niet.',
  watNu: 'Probeer het over een paar minuten opnieuw. Wie al is aangemeld kan gewoon doorwerken.',
})
