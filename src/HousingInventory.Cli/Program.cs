using HousingInventory.Cli;

Console.SetOut(new Stdout(Console.Out));
return Commands.Run(args);
