import { type Actor, OPERATOR, READER } from "#model/actor";
import type { Visit } from "./visit.ts";

/** Who asks, as far as the pages know: whoever has signed in is the operator. */
export const actorOf = ({ session }: Pick<Visit, "session">): Actor => (session ? OPERATOR : READER);
