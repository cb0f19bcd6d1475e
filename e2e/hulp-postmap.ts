/** De postmap van een gemeente: een bestand erin leggen en wachten tot het programma het heeft, en antwoorden zoals een aanbieder doet. */
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { leesBericht } from '../src/messages/codec.ts'
import { maakRetour } from '../src/messages/iwmo-3-2/keten/retour.ts'
import { schrijfBericht } from '../src/messages/schrijf.ts'

let nummer = 0

/** `vak` is de map van één gemeente. */
export async function post(vak: string, bytes: Uint8Array): Promise<void> {
  const naam = `b${String(nummer++).padStart(4, '0')}.xml`
  writeFileSync(join(vak, `.${naam}`), bytes)
  renameSync(join(vak, `.${naam}`), join(vak, 'in', naam))
  const klaar = () =>
    ['verwerkt', 'mislukt'].some((deel) => existsSync(join(vak, deel)) && readdirSync(join(vak, deel)).some((n) => n.endsWith(naam)))
  await expect.poll(klaar).toBe(true)
}

/** Het retourbericht op deze bytes: alles goed, of de kop afgekeurd. */
export async function beantwoord(vak: string, bytes: Uint8Array, afgekeurd: boolean): Promise<void> {
  const gelezen = leesBericht(bytes)
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
  const op = gelezen.value.waarde.Header
  const bevindingen = afgekeurd ? [{ op, klasse: 'Header', regel: 'TR135' as const, sleutel: '' }] : []
  const retour = maakRetour(gelezen.value, { niveau: 3, bevindingen }, { identificatie: `RE${nummer}`, dagtekening: '2026-02-20' })
  const xml = retour && schrijfBericht(retour.naam, retour.waarde as never)
  if (!xml?.ok) throw new Error(JSON.stringify(xml))
  await post(vak, Buffer.from(xml.value))
}

/** Wacht op het bericht van ons met dit kenmerk, en geeft zijn bytes. */
export async function haalUit(vak: string, kenmerk: string): Promise<Buffer> {
  const zoek = () => {
    const uit = join(vak, 'uit')
    const naam = existsSync(uit) ? readdirSync(uit).find((n) => n.includes(kenmerk) && n.endsWith('.xml')) : undefined
    return naam === undefined ? null : join(uit, naam)
  }
  await expect.poll(zoek).not.toBeNull()
  return readFileSync(zoek() as string)
}
