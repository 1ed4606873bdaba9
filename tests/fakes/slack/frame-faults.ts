/** How a frame goes wrong on its way over a socket. */
import type { WebSocket } from 'ws'
import type { Fault } from '../faults.ts'
import type { Time } from '../time.ts'

/** Whether a frame reaches the bot whole under this fault, so that it could be acknowledged. */
export const arrives = (fault: Fault | undefined): boolean =>
  fault === undefined || fault.action === 'slow' || fault.action === 'resetAfter'

export function transmit(socket: WebSocket, frame: string, fault: Fault | undefined, time: Time): void {
  switch (fault?.action) {
    case undefined:
      socket.send(frame)
      return
    case 'refuse':
    case 'resetBefore':
      socket.terminate()
      return
    case 'resetAfter':
      socket.send(frame, () => socket.terminate())
      return
    case 'slow':
      time.after(fault.ms ?? 1_000, () => socket.readyState === 1 && socket.send(frame))
      return
    case 'hang':
      return
    case 'garbage':
      socket.send(frame.slice(0, frame.length >> 1))
      return
    default:
      throw new Error(`a frame cannot fail by '${fault?.action}'`)
  }
}
