/** De simulator als knooppunt over https, tegenover een draaiende gemeente met eigen database, deur en certificaten. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { stringify } from 'yaml'
import { kiesScenario } from '#actions/simulator/kies-scenario.ts'
import { type Speelhulp, speelKeten } from '#actions/simulator/speel-keten.ts'
import { geefUit } from '#actions/transport/certificaten.testhulp.ts'
import { maakLijn } from '#actions/transport/lijn.testhulp.ts'
import { maakProefkant, OIN, proefuitgever } from '#actions/transport/proefkant.testhulp.ts'
import { openTransport } from '#actions/transport/transport.ts'
import type { Datum } from '#core/base/datum.ts'
import { PARTIJEN, wijsToe } from '#messages/keten/oefening.testhulp.ts'
import { maakKetenserver } from './ketenserver.ts'

/** Het ketenbestand van het knooppunt, met een certificaat dat namens de aanbieder mag sturen. */
function maakKetenbestand(map: string, poort: number, poortMeedoen: number): string {
  const eigen = geefUit(proefuitgever, { cn: 'knooppunt', oin: OIN.aanbieder })
  for (const [naam, tekst] of Object.entries({ 'k.crt': eigen.certificaat, 'k.key': eigen.sleutel, 'ca.crt': proefuitgever.certificaat }))
    writeFileSync(join(map, naam), tekst)
  const pem = { certificaat: 'k.crt', sleutel: 'k.key', ca: 'ca.crt' }
  const pad = join(map, 'knooppunt.yaml')
  const inhoud = {
    verzending: pem,
    ontvangst: { ...pem, poort, host: '127.0.0.1' },
    partijen: { [PARTIJEN.gemeente]: { weg: 'https', adres: `https://127.0.0.1:${poortMeedoen}/keten/ggk` } },
    vertrouwd: [{ oin: OIN.gemeente, namens: [PARTIJEN.gemeente] }],
  }
  writeFileSync(pad, stringify(inhoud, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }))
  return pad
}

it('een toewijzing gaat in een envelop heen, en het antwoord, de start en declaraties komen terug', async () => {
  const vrij = await maakLijn()
  const poort = vrij.poort
  const map = mkdtempSync(join(tmpdir(), 'meedoen-naspelen-'))
  const gemeente = await maakProefkant('gemeente', { naarPoort: poort })
  const ontvangst = gemeente.dienst.keten.ontvangst()
  if (!ontvangst) throw new Error('geen ontvangst')
  const storingen: string[] = []
  const storing = (tekst: string) => void storingen.push(tekst)
  const server = await maakKetenserver({ dienst: gemeente.dienst, ontvangst, storing: (f) => storing(f.message) })
  try {
    await server.listen({ port: 0, host: '127.0.0.1' })
    await gemeente.werk()
    await vrij.sluit()
    const transport = await openTransport(maakKetenbestand(map, poort, (server.server.address() as AddressInfo).port), false)
    const scenario = await kiesScenario('rustig')
    if (!transport.ok || !scenario.ok) throw new Error(JSON.stringify([transport, scenario]))
    const bericht = await gemeente.stuur(wijsToe(), 'T1')
    const hulp: Speelhulp = {
      // Een vaste dag, binnen de toewijzing: op een andere dag speelt de aanbieder iets anders.
      vandaag: () => '2026-11-26' as Datum,
      versie: '1.2.0',
      wacht: (ms) => wacht(ms),
      isGestopt: () => false,
      meld: () => undefined,
      storing,
    }
    const speel = () => speelKeten({ map, scenario: scenario.value, zaad: 1, dagen: 8, tempo: 0, transport: transport.value }, hulp)
    const gespeeld = await speel()
    expect(gespeeld).toMatchObject({ ok: true, value: { partijen: [{ code: PARTIJEN.aanbieder, toewijzingen: 1, starts: 1 }] } })
    expect(storingen).toEqual([])
    expect(await gemeente.vraag(`select stand from bezorging where bericht = '${bericht}'`)).toEqual([{ stand: 'ontvangen' }])
    const over = await gemeente.vraag<{ naam: string; uitkomst: string }>(
      `select naam, uitkomst from bericht where richting = 'in' order by vastgelegd_op, id`,
    )
    expect(over.slice(0, 2)).toEqual([
      { naam: 'WMO302', uitkomst: 'geaccepteerd' },
      { naam: 'WMO305', uitkomst: 'geaccepteerd' },
    ])
    expect(over.length).toBeGreaterThan(2)
    expect(new Set(over.slice(2).map((b) => `${b.naam} ${b.uitkomst}`))).toEqual(new Set(['WMO323 geaccepteerd']))
  } finally {
    await server.close()
    await gemeente.sluit()
    rmSync(map, { recursive: true })
  }
})
