/** JSON van stdin of uit een bestand, met een grens aan de grootte: te veel wordt geweigerd zonder het helemaal te lezen. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import { zoekJsonfout } from './json-plaats.ts'
import type { Omgeving } from './omgeving.ts'

export const MAX_INVOER = 5 * 1024 * 1024

/** Leest JSON uit `bron`: `-` is stdin, anders een bestand. */
export async function leesJson(omgeving: Omgeving, bron: string): Promise<Result<unknown, Invoerfout[]>> {
  const tekst = bron === '-' ? await leesStdin(omgeving) : await leesBestand(bron)
  if (!tekst.ok) return tekst
  const f = zoekJsonfout(tekst.value)
  if (f) return weiger('JSON_ONGELDIG', `Regel ${f.regel}, kolom ${f.kolom}: ${f.tekst}`)
  return ok(JSON.parse(tekst.value))
}

async function leesStdin({ stdin }: Omgeving): Promise<Result<string, Invoerfout[]>> {
  if (stdin.isTTY)
    return weiger(
      'INVOER_ONTBREEKT',
      'Er komt geen invoer binnen. Geef een bestand, of stuur JSON naar stdin: meedoen … - < situatie.json.',
    )
  return leesStroom(stdin)
}

async function leesBestand(pad: string): Promise<Result<string, Invoerfout[]>> {
  if (!existsSync(pad)) return weiger('BESTAND_ONTBREEKT', `Het bestand "${pad}" bestaat niet. Geef een bestaand bestand, of - voor stdin.`)
  const { size } = statSync(pad)
  if (statSync(pad).isDirectory()) return weiger('BESTAND_ONTBREEKT', `"${pad}" is een map. Geef een bestand.`)
  return size > MAX_INVOER ? teGroot() : leesStroom(createReadStream(pad))
}

async function leesStroom(stroom: Readable): Promise<Result<string, Invoerfout[]>> {
  const delen: Buffer[] = []
  let aantal = 0
  for await (const deel of stroom) {
    const bytes = Buffer.from(deel as Buffer)
    aantal += bytes.length
    if (aantal > MAX_INVOER) {
      stroom.destroy()
      return teGroot()
    }
    delen.push(bytes)
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(delen)))
  } catch {
    return weiger('TEKENSET_ONGELDIG', 'De invoer is geen UTF-8. Bewaar het bestand als UTF-8.')
  }
}

const teGroot = () =>
  weiger(
    'INVOER_TE_GROOT',
    `De invoer is groter dan ${MAX_INVOER / 1024 / 1024} MB. Geef één situatie per keer; voor een hele caseload is er meedoen simuleer.`,
  )
const weiger = (code: string, tekst: string) => fout<Invoerfout[]>([{ code, plaats: '', tekst }])
