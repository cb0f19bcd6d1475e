/**
 * Het BSN en de bytes van berichten op schijf: AES-256-GCM met de naam van de sleutel erbij, en een blinde index om op te zoeken.
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
  /** Bytes die bij `plek` horen; alleen met dezelfde plek gaan zij weer open. */
  versleutelBytes(bytes: Uint8Array, plek: string): Versleuteld
  ontsleutelBytes(waarde: Versleuteld, plek: string): Buffer
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
  /** `soort` houdt een BSN en andere bytes uit elkaar: de een is nooit als de ander te lezen. */
  const sluit = (bytes: Uint8Array, soort: string, plek: string): Versleuteld => {
    const iv = randomBytes(IV)
    const cipher = createCipheriv('aes-256-gcm', sleutelVan(actief), iv)
    cipher.setAAD(Buffer.from(`meedoen-${soort}|${plek}|${actief}`))
    const inhoud = [cipher.update(bytes), cipher.final()]
    return { versleuteld: Buffer.concat([iv, cipher.getAuthTag(), ...inhoud]), sleutel: actief }
  }
  const open = ({ versleuteld, sleutel }: Versleuteld, soort: string, plek: string): Buffer => {
    const decipher = createDecipheriv('aes-256-gcm', sleutelVan(sleutel), versleuteld.subarray(0, IV))
    decipher.setAAD(Buffer.from(`meedoen-${soort}|${plek}|${sleutel}`))
    decipher.setAuthTag(versleuteld.subarray(IV, IV + TAG))
    return Buffer.concat([decipher.update(versleuteld.subarray(IV + TAG)), decipher.final()])
  }
  const plekVan = ({ gemeente, inwoner }: Plaats): string => `${gemeente}|${inwoner}`
  return {
    actief,
    versleutel: (bsn, plaats) => sluit(Buffer.from(bsn, 'utf8'), 'bsn', plekVan(plaats)),
    ontsleutel: (waarde, plaats) => open(waarde, 'bsn', plekVan(plaats)).toString('utf8') as Bsn,
    versleutelBytes: (bytes, plek) => sluit(bytes, 'bytes', plek),
    ontsleutelBytes: (waarde, plek) => open(waarde, 'bytes', plek),
    afgeleid: (doel) => Buffer.from(hkdfSync('sha256', indexsleutel, 'meedoen', doel, 32)),
    index: (bsn, gemeente) => createHmac('sha256', indexsleutel).update(`${gemeente}|${bsn}`).digest(),
  }
}
