/** Het psql van het systeem, op de server van een meting, als eigenaar. */
import { execFileSync } from 'node:child_process'
import type { Meetplek } from './werkplek-gegevens.ts'

/** Zonder wordt alleen de eigen weg gemeten, en staat dat erbij. */
export function vindPsql(): string | null {
  try {
    execFileSync('psql', ['--version'], { stdio: 'ignore' })
    return 'psql'
  } catch {
    process.stderr.write('psql is er niet: de vergelijking met \\copy wordt overgeslagen.\n')
    return null
  }
}

export const psqlverbinding = ({ server }: Meetplek): string[] => [
  ...['-h', server.eigenaar.host as string, '-p', String(server.eigenaar.port)],
  ...['-U', server.eigenaar.user as string, '-d', server.eigenaar.database as string],
  ...['-X', '-q', '-v', 'ON_ERROR_STOP=1'],
]
