/** What runs in the workshop's threads. */
import { serve } from "./serve.ts";
import { open, read } from "./worker.ts";

serve({ read, open });
