/** Wat op elke envelop van ons staat: wie, waarmee, welk nummer en wanneer. */
import { randomUUID } from 'node:crypto'
import type { Afzender } from '#messages/ggk/pak-in.ts'
import type { Dienst } from '../handeling/dienst.ts'

const klok = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Amsterdam' })

/** Veertien cijfers, in Nederlandse tijd. */
export const tijdstipVan = (nu: Date): string => klok.format(nu).replace(/\D/g, '')

export const nieuweReferentie = (): string => randomUUID()

type Merk = { readonly referentienummer: string; readonly tijdstip: string }

/** `partij` null: van de aansluiting zelf, als niet te zeggen is voor wie een envelop was. */
export function stempel({ versie }: Pick<Dienst, 'versie'>, applicatie: string, partij: string | null, merk: Merk): Afzender {
  const [hoofd = 0, sub = 0] = versie.split('.').map((deel) => Number.parseInt(deel, 10) || 0)
  return {
    systeem: partij === null ? { applicatie } : { organisatie: partij, applicatie },
    applicatieVersie: vier(hoofd),
    applicatieSubversie: vier(sub),
    ...merk,
  }
}

const vier = (getal: number): string => String(getal % 10_000).padStart(4, '0')
