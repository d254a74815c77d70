import { startPage } from "./page";
import { ServiceSource } from "./sources/service-source";

/** The page as the service gives it; a token comes after the #, which browsers do not send. */
const token = new URLSearchParams(location.hash.slice(1)).get("token");
void startPage(new ServiceSource(token ?? undefined));
