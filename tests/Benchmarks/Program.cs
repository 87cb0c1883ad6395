using NewsMiner.Benchmarks;

switch (args)
{
    case ["reader", var folder]:
        return ReaderBenchmark.Run(folder);
    default:
        Console.Error.WriteLine("usage: reader FOLDER-OF-PAGES");
        return 2;
}
