// Loaded into Next before anything else. When the launcher is killed it cannot say so: its end of the channel closes,
// and the server leaves at once, as if it had been killed too, so that the next start finds the port free.
process.on("disconnect", () => process.exit(1));
