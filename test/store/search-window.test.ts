import { openStore } from "#store/index";
import { searchWindowContract } from "../contract/search-window.ts";

searchWindowContract((searchWindow) => openStore(":memory:", { searchWindow }));
