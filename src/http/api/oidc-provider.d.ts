/** Het pakket heeft zelf geen types; dit is wat de test ervan gebruikt. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    callback(): (vraag: IncomingMessage, antwoord: ServerResponse) => void
  }
}
