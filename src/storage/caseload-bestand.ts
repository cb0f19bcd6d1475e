/**
 * Caseloads op schijf: schrijven en lezen als stroom, blok voor blok. Geheugen hangt van de blokgrootte af, niet van het aantal gevallen.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { z } from 'zod'
import { blokBytes, type CaseloadKop } from '#core/advies/caseload.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'

const MAX_KOP = 1_000_000
const kopVorm: z.ZodType<CaseloadKop> = z.object({
  soort: z.literal('meedoen-caseload'),
  vorm: z.literal(1),
  catalogus: z.string(),
  versie: z.string(),
  hash: z.string(),
  aantal: z.number().int().min(0),
  blok: z.number().int().min(1).max(1_000_000),
  herkomst: z.string(),
  kolommen: z.array(
    z.object({
      vraag: z.string(),
      soort: z.enum(['janee', 'keuze', 'meerkeuze', 'getal']),
      breedte: z.union([z.literal(1), z.literal(2), z.literal(4)]),
      waarden: z.array(z.string()).max(32).optional(),
      decimalen: z.number().int().min(0).max(4).optional(),
    }),
  ),
})

/** Schrijft eerst naast het doel en zet het pas op zijn plaats als alles er staat: een halve caseload ontstaat nooit. */
export async function schrijfCaseload(pad: string, kop: CaseloadKop, blokken: Iterable<Uint8Array>): Promise<void> {
  const tijdelijk = `${pad}.deel`
  const stroom = createWriteStream(tijdelijk)
  try {
    stroom.write(`${JSON.stringify(kop)}\n`)
    for (const blok of blokken) if (!stroom.write(blok)) await once(stroom, 'drain')
    stroom.end()
    await once(stroom, 'finish')
    await rename(tijdelijk, pad)
  } catch (oorzaak) {
    stroom.destroy()
    await rm(tijdelijk, { force: true })
    throw oorzaak
  }
}

export type Caseloadlezer = {
  readonly kop: CaseloadKop
  readonly blokken: AsyncGenerator<{ blok: Uint8Array; aantal: number }, Invoerfout | undefined>
}

/** Opent een caseload. De generator geeft blokken en eindigt met een fout als het bestand te kort of te lang is. */
export async function openCaseload(pad: string): Promise<Result<Caseloadlezer, Invoerfout>> {
  const stroom = createReadStream(pad, { highWaterMark: 1 << 20 })
  const delen = stroom[Symbol.asyncIterator]() as AsyncIterator<Buffer<ArrayBuffer>>
  let rest = Buffer.alloc(0)
  const vul = async (nodig: number): Promise<boolean> => {
    const stukken = [rest]
    let samen = rest.length
    while (samen < nodig) {
      const { value, done } = await delen.next()
      if (done) break
      stukken.push(value)
      samen += value.length
    }
    rest = stukken.length === 1 ? rest : Buffer.concat(stukken)
    return samen >= nodig
  }
  const bezwaar = (tekst: string): Invoerfout => ({ code: 'CASELOAD_ONGELDIG', plaats: pad, tekst })
  try {
    while (rest.indexOf(10) < 0 && rest.length < MAX_KOP) if (!(await vul(rest.length + 1))) break
  } catch (oorzaak) {
    if ((oorzaak as NodeJS.ErrnoException).code === 'ENOENT')
      return fout(bezwaar(`Het bestand ${pad} bestaat niet. Maak er een met "demo caseload".`))
    throw oorzaak
  }
  const einde = rest.indexOf(10)
  const kop = einde < 0 ? undefined : kopVorm.safeParse(leesJson(rest.subarray(0, einde).toString('utf8')))
  if (!kop?.success) {
    stroom.destroy()
    return fout(bezwaar(`${pad} is geen caseload: de eerste regel is niet de verwachte kop. Maak een caseload met "demo caseload".`))
  }
  rest = rest.subarray(einde + 1)
  const { aantal, blok, kolommen } = kop.data
  async function* blokken(): AsyncGenerator<{ blok: Uint8Array; aantal: number }, Invoerfout | undefined> {
    try {
      for (let klaar = 0; klaar < aantal; klaar += blok) {
        const hier = Math.min(blok, aantal - klaar)
        const bytes = blokBytes(kolommen, hier)
        if (!(await vul(bytes))) return bezwaar(`${pad} breekt af na ${klaar} van ${aantal} gevallen. Maak de caseload opnieuw.`)
        yield { blok: rest.subarray(0, bytes), aantal: hier }
        rest = rest.subarray(bytes)
      }
      return (await vul(1)) ? bezwaar(`${pad} is langer dan de ${aantal} gevallen die de kop noemt. Maak de caseload opnieuw.`) : undefined
    } finally {
      stroom.destroy()
    }
  }
  return ok({ kop: kop.data, blokken: blokken() })
}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}
