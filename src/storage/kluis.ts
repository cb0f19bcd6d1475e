/**
 * Het BSN op schijf: AES-256-GCM met de naam van de sleutel erbij, en een blinde index om op te zoeken.
 * De index hangt ook van de gemeente af: zo is dezelfde persoon in twee gemeenten niet te koppelen.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Bsn } from '#core/base/bsn.ts'

/** `actief` versleutelt nieuwe waarden; oudere sleutels lezen nog. Elke sleutel is 32 bytes. */
export type Sleutelbos = {
  readonly actief: string
  readonly sleutels: Readonly<Record<string, Buffer>>
  readonly indexsleutel: Buffer
}

export type Versleuteld = { readonly versleuteld: Buffer; readonly sleutel: string }
/** Waar de waarde bij hoort. Verplaatst iemand een versleutelde waarde naar een andere rij, dan gaat ze niet open. */
export type Plaats = { readonly gemeente: string; readonly inwoner: string }

export type Kluis = {
  versleutel(bsn: Bsn, plaats: Plaats): Versleuteld
  ontsleutel(waarde: Versleuteld, plaats: Plaats): Bsn
  /** 32 bytes; gelijk voor hetzelfde BSN in dezelfde gemeente. */
  index(bsn: Bsn, gemeente: string): Buffer
  /** Een sleutel van 32 bytes voor een ander doel, in elk proces gelijk; zegt niets over de sleutels zelf. */
  afgeleid(doel: string): Buffer
  readonly actief: string
}

const IV = 12
const TAG = 16

export function maakKluis({ actief, sleutels, indexsleutel }: Sleutelbos): Kluis {
  const sleutelVan = (naam: string): Buffer => {
    const sleutel = sleutels[naam]
    if (!sleutel) throw new Error(`De sleutel "${naam}" staat niet in de sleutelbos; zonder haar is wat ermee bewaard is niet te lezen.`)
    return sleutel
  }
  const bijbehorend = ({ gemeente, inwoner }: Plaats, naam: string): Buffer => Buffer.from(`meedoen-bsn|${gemeente}|${inwoner}|${naam}`)
  return {
    actief,
    versleutel(bsn, plaats) {
      const iv = randomBytes(IV)
      const cipher = createCipheriv('aes-256-gcm', sleutelVan(actief), iv)
      cipher.setAAD(bijbehorend(plaats, actief))
      const tekst = Buffer.concat([cipher.update(bsn, 'utf8'), cipher.final()])
      return { versleuteld: Buffer.concat([iv, cipher.getAuthTag(), tekst]), sleutel: actief }
    },
    ontsleutel({ versleuteld, sleutel }, plaats) {
      const decipher = createDecipheriv('aes-256-gcm', sleutelVan(sleutel), versleuteld.subarray(0, IV))
      decipher.setAAD(bijbehorend(plaats, sleutel))
      decipher.setAuthTag(versleuteld.subarray(IV, IV + TAG))
      return Buffer.concat([decipher.update(versleuteld.subarray(IV + TAG)), decipher.final()]).toString('utf8') as Bsn
    },
    afgeleid: (doel) => Buffer.from(hkdfSync('sha256', indexsleutel, 'meedoen', doel, 32)),
    index: (bsn, gemeente) => createHmac('sha256', indexsleutel).update(`${gemeente}|${bsn}`).digest(),
  }
}
