import { useState } from 'react'
import type { Oefenwachtrijantwoord } from '#http/api/berichten/oefenvormen.ts'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Uitklap } from '../onderdelen/Uitklap.tsx'
import { Oefenopdracht } from './Oefenopdracht.tsx'
import { gedragzin } from './oefenwoorden.ts'

/** Elke aanbieder met hoe hij zich gedraagt; openklappen om dat te veranderen. */
export function Oefenaanbieders({ oefening: { aanbieders, codes } }: { oefening: Oefenwachtrijantwoord }) {
  const [open, zetOpen] = useState<string | null>(null)
  return (
    <section className="md-deel" aria-labelledby="oefenaanbieders">
      <h2 id="oefenaanbieders">Hoe de aanbieders antwoorden</h2>
      {aanbieders.length === 0 ? (
        <Leeg titel="Er is nog geen aanbieder.">
          <p>Een contractmanager voegt aanbieders toe. Daarna wijst u hulp aan hen toe.</p>
        </Leeg>
      ) : (
        <ul className="br-oefenlijst">
          {aanbieders.map(({ aanbieder, wacht, gedrag }) => (
            <li key={aanbieder.code}>
              <Uitklap
                open={open === aanbieder.code}
                opWissel={(isOpen) => zetOpen((nu) => (isOpen ? aanbieder.code : nu === aanbieder.code ? null : nu))}
                kop={
                  <>
                    <strong>{aanbieder.naam ?? aanbieder.code}</strong>: {gedragzin(gedrag).toLowerCase()}
                    <span className="md-bijtekst"> ({wachtend(wacht)})</span>
                  </>
                }
              >
                {open === aanbieder.code && (
                  <Oefenopdracht aanbieder={aanbieder.code} gedrag={gedrag} codes={codes} klaar={() => zetOpen(null)} />
                )}
              </Uitklap>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const wachtend = (aantal: number): string =>
  aantal === 0 ? 'er wacht niets' : aantal === 1 ? 'er wacht 1 bericht' : `er wachten ${aantal} berichten`
