using NewsMiner.Benchmarks;

switch (args)
{
    case ["numbers-and-dates"]:
        return NumbersAndDates.Run();
    case ["reader", var folder]:
        return ReaderBenchmark.Run(folder);
    default:
        Console.Error.WriteLine("Say what to measure: numbers-and-dates | reader FOLDER_OF_PAGES");
        return 2;
}
