using HousingInventory.Cli;

return Commands.Run(args);
