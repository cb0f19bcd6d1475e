/** Twee processen die op hetzelfde ogenblik dezelfde grote declaratie verwerken: één effect, en beide hetzelfde antwoord. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { alsBytes, declareer, regel, vanBytes, wijsToe, type Zending } from '#messages/keten/oefening.testhulp.ts'
import { houdOp, maakMap } from '#storage/postgres/proces.testhulp.ts'
import { wortel } from './draai.testhulp.ts'

const REGELS = 3000
const klad = mkdtempSync(join(tmpdir(), 'meedoen-tegelijk-'))
const uit = join(klad, 'uit')
const proef = maakMap()
let server: Awaited<ReturnType<typeof houdOp>>
beforeAll(async () => {
  server = await houdOp(proef.map)
})
afterAll(async () => {
  await server.stop()
  await proef.ruimOp()
  rmSync(klad, { recursive: true })
})

function leg({ naam, waarde }: Zending): string {
  waarde.Header.BerichtIdentificatie.Identificatie = 'TEGELIJK'
  const pad = join(klad, `${naam}.xml`)
  writeFileSync(pad, alsBytes(naam, waarde))
  return pad
}
/** Een eigen proces, met de uitkomst die het op de opdrachtregel geeft. */
const verwerk = (bestand: string): Promise<object[]> =>
  new Promise((klaar, mis) =>
    execFile(
      process.execPath,
      [
        ...['--import', 'tsx', `${wortel}src/main.ts`, 'bericht', 'verwerk', bestand, '--data', proef.map, '--rol', 'gemeente'],
        ...['--partij', '9990', '--systeemdatum', '2026-02-20', '--uit', uit, '--json'],
      ],
      { maxBuffer: 64 * 1024 * 1024 },
      (fout, stdout, stderr) => (stdout === '' ? mis(fout ?? new Error(stderr)) : klaar(JSON.parse(stdout))),
    ),
  )

it('één keer vastgelegd, één antwoord, één logboekregel; ook een derde keer', async () => {
  await verwerk(leg(wijsToe()))
  const regels = Array.from({ length: REGELS }, (_, i) => regel(`T${i}`, { ToewijzingNummer: i === 0 ? 1 : 1000 + i }))
  const bestand = leg(declareer('TEGELIJK', regels))
  // Groot genoeg om als stroom te gaan: daar ligt het oordeel er pas aan het eind.
  expect(statSync(bestand).size).toBeGreaterThan(1024 * 1024)

  const [een, twee] = await Promise.all([verwerk(bestand), verwerk(bestand)])
  expect(een).toEqual(twee)
  expect(een).toMatchObject([{ bericht: 'WMO323', uitkomst: 'deels', retour: expect.any(String) }])
  expect(await verwerk(bestand)).toEqual(een)

  const { tel } = server
  expect(await tel(`bericht where naam = 'WMO323'`)).toBe(1)
  expect(await tel(`bericht where naam = 'WMO325'`)).toBe(1)
  expect(await tel('declaratie')).toBe(1)
  expect(await tel('prestatie')).toBe(REGELS)
  expect(await tel('afgewezen_regel')).toBe(REGELS - 1)
  expect(await tel(`audit where doel like 'iWmo WMO323%'`)).toBe(1)
  expect(await tel(`outbox where soort = 'bericht'`)).toBe(1)
  expect(await tel(`bericht where richting = 'uit' and naam = 'WMO325' and verzonden_op is null`)).toBe(0)

  const antwoorden = readdirSync(uit).filter((n) => n.startsWith('WMO325'))
  expect(antwoorden).toHaveLength(1)
  const antwoord = readFileSync(join(uit, antwoorden[0] ?? ''), 'utf8')
  expect(vanBytes(Buffer.from(antwoord)).naam).toBe('WMO325')
  expect(antwoord.match(/<wmo325:Prestatie>/g)).toHaveLength(REGELS - 1)
})
