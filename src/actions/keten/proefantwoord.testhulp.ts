/** Een retourbericht van een aanbieder op een toewijzing die wij stuurden. */
import { leesAlleBytes } from '#storage/berichten/berichten.ts'
import { leesBericht } from '#messages/codec.ts'
import { maakRetour } from '#messages/iwmo-3-2/keten/retour.ts'
import { alsBytes } from '#messages/keten/oefening.testhulp.ts'
import { inAdministratie } from '../berichten/administratie.ts'
import type { Proefwerkplek } from '../proefwerkplek.testhulp.ts'

type Antwoord = {
  readonly bericht: string
  readonly identificatie: string
  readonly dagtekening: string
  /** Op welk bericht het zegt te slaan; zonder: op dit. */
  readonly over?: string
}

/** Een afkeuring op niveau 2: het hele bericht telt niet. */
export async function maakAfkeuring(p: Proefwerkplek, gemeente: string, a: Antwoord): Promise<Uint8Array> {
  const wij = { gemeente, partij: gemeente }
  const bytes = await inAdministratie(p.dienst, wij, (tx) => leesAlleBytes(tx, p.dienst.kluis, wij, a.bericht))
  const gelezen = leesBericht(bytes)
  if (!gelezen.ok) throw new Error('ons eigen bericht is te lezen')
  const retour = maakRetour(gelezen.value, { niveau: 2 }, { identificatie: a.identificatie, dagtekening: a.dagtekening })
  if (retour?.naam !== 'WMO302') throw new Error('op een toewijzing volgt een WMO302')
  const eerder = retour.waarde.Header.BerichtIdentificatie
  const kop = { ...retour.waarde.Header, BerichtIdentificatie: { ...eerder, Identificatie: a.over ?? eerder.Identificatie } }
  return alsBytes('WMO302', { ...retour.waarde, Header: kop })
}
