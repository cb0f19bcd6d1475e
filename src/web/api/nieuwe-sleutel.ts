import { type Antwoord, roepApi } from './roep-api.ts'

/** Een sleutel voor één verzoek dat maar één keer mag tellen. Alleen op https bestaat `randomUUID`; `getRandomValues` bestaat altijd. */
export const nieuweSleutel = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('')

/** Iets vastleggen bij een versie die men voor zich heeft; valt het antwoord weg, dan telt opnieuw sturen niet dubbel. */
export const legVast = <T>(pad: string, lichaam: unknown, etag: string | null, sleutel = nieuweSleutel()): Promise<Antwoord<T>> =>
  roepApi<T>('POST', pad, { lichaam, etag, idempotentie: sleutel })
