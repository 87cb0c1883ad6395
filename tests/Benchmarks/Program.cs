using NewsMiner.Benchmarks;

switch (args)
{
    case ["numbers-and-dates"]:
        return NumbersAndDates.Run();
    default:
        Console.Error.WriteLine("Say what to measure: numbers-and-dates");
        return 2;
}
